/** How text from outside is shown to people: in messages, on one line, with nothing in it that acts instead of being read. */
@NullMarked
package dev.stet.shown;

import org.jspecify.annotations.NullMarked;
