package dev.stet.examples.rocksdb;

import dev.stet.storage.tck.StorageContract;
import dev.stet.storage.tck.StorageFixture;

/** The store over RocksDB keeps the whole contract. */
class RocksStorageTest extends StorageContract {
    @Override
    protected StorageFixture fixture() {
        return new RocksFixture();
    }
}
