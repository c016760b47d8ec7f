package dev.stet.storage.memory;

import dev.stet.storage.Catalogue;
import dev.stet.storage.Storage;
import dev.stet.storage.tck.Declaration;
import dev.stet.storage.tck.StorageFixture;

/** A memory store of its own for every test. */
final class MemoryFixture implements StorageFixture {
    @Override
    public Declaration declaration() {
        return Declaration.inMemory();
    }

    @Override
    public Storage open(Catalogue catalogue) {
        return new MemoryStorage(catalogue);
    }

    @Override
    public void close() {}
}
