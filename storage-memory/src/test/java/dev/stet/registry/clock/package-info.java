/** Clocks that are wrong. */
@NullMarked
package dev.stet.registry.clock;

import org.jspecify.annotations.NullMarked;
