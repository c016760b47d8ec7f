/** What changed from one content to another: as data, as a patch, in a line. Pure functions. */
@NullMarked
package dev.stet.diff;

import org.jspecify.annotations.NullMarked;
