/** Tests of content. */
@NullMarked
package dev.stet.content;

import org.jspecify.annotations.NullMarked;
