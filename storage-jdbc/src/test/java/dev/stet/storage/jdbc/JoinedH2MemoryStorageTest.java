package dev.stet.storage.jdbc;

import dev.stet.storage.jdbc.engine.Engine;
import dev.stet.storage.tck.StorageContract;
import dev.stet.storage.tck.StorageFixture;

/** The whole contract, each call inside a transaction of the host's. */
class JoinedH2MemoryStorageTest extends StorageContract {
    @Override
    protected StorageFixture fixture() {
        return JdbcFixture.joining(Engine.H2_MEMORY);
    }
}
