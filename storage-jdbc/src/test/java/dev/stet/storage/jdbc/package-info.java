/** The tests of the store over JDBC: the whole contract on every engine, and what is particular to databases. */
@NullMarked
package dev.stet.storage.jdbc;

import org.jspecify.annotations.NullMarked;
