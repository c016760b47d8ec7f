/** Versions: immutable numbered publications, and how a draft becomes one. */
@NullMarked
package dev.stet.version;

import org.jspecify.annotations.NullMarked;
