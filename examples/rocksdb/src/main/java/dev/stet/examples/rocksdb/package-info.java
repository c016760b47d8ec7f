/**
 * A store over RocksDB, as a model of how a store is written. Begin with {@link dev.stet.examples.rocksdb.RocksStorage}, whose
 * methods are those of {@link dev.stet.storage.Storage}; then {@code View}, what is read; {@code Step}, what is written; {@code
 * Encoding}, where it is kept; and {@code Turns}, who waits for whom.
 */
@NullMarked
package dev.stet.examples.rocksdb;

import org.jspecify.annotations.NullMarked;
