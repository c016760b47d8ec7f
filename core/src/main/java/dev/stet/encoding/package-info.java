/** How contents become bytes and bytes contents: whole, deflated, or as a delta. Pure. */
@NullMarked
package dev.stet.encoding;

import org.jspecify.annotations.NullMarked;
