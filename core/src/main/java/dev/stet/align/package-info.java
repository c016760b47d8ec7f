/** Which elements of one array are which elements of another: what comparing and merging contents have in common. */
@NullMarked
package dev.stet.align;

import org.jspecify.annotations.NullMarked;
