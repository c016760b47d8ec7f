/** Every rule, as a pure function of what was loaded, the command, the time and the ids given to it. */
@NullMarked
package dev.stet.rules;

import org.jspecify.annotations.NullMarked;
