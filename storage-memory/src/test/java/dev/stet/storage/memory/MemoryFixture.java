package dev.stet.storage.memory;

import dev.stet.storage.Storage;
import dev.stet.storage.tck.Declaration;
import dev.stet.storage.tck.StorageFixture;

/** A memory store of its own for every test. */
final class MemoryFixture implements StorageFixture {
    private Storage storage = new MemoryStorage();

    @Override
    public Declaration declaration() {
        return Declaration.inMemory();
    }

    @Override
    public Storage storage() {
        return storage;
    }

    @Override
    public void reopen() {
        storage = new MemoryStorage();
    }

    @Override
    public void close() {}
}
