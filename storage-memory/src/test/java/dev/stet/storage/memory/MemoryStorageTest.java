package dev.stet.storage.memory;

import dev.stet.storage.tck.StorageContract;
import dev.stet.storage.tck.StorageFixture;

/** The memory store keeps the whole contract. */
class MemoryStorageTest extends StorageContract {
    @Override
    protected StorageFixture fixture() {
        return new MemoryFixture();
    }
}
