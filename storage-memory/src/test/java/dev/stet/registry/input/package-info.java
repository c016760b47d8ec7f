/** Whatever is given to whatever call. */
@NullMarked
package dev.stet.registry.input;

import org.jspecify.annotations.NullMarked;
