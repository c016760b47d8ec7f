/**
 * The store in the host's database: a {@link dev.stet.storage.jdbc.JdbcStorage} opens connections of its own, or works in
 * the transaction of a connection that the host holds.
 */
@NullMarked
package dev.stet.storage.jdbc;

import org.jspecify.annotations.NullMarked;
