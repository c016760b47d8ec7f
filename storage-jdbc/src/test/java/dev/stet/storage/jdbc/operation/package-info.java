/** Everything that can be asked of the public API, one call of each kind, on an agent in which each has something to do. */
@NullMarked
package dev.stet.storage.jdbc.operation;

import org.jspecify.annotations.NullMarked;
