/** Hosts that make changes part of transactions of their own. */
@NullMarked
package dev.stet.storage.jdbc.joining;

import org.jspecify.annotations.NullMarked;
