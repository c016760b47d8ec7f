/** What goes over the wire to a database: watched, counted, and broken on purpose. */
@NullMarked
package dev.stet.storage.jdbc.wire;

import org.jspecify.annotations.NullMarked;
