/** The code of README and guide: compiled, run, and compared with what the documents print. */
@NullMarked
package dev.stet.examples.guide;

import org.jspecify.annotations.NullMarked;
