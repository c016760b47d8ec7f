/** Versions: what may be said of them, and where they come from. */
@NullMarked
package dev.stet.registry.version;

import org.jspecify.annotations.NullMarked;
