package dev.stet.storage.jdbc;

import dev.stet.storage.jdbc.engine.Engine;
import dev.stet.storage.tck.StorageContract;
import dev.stet.storage.tck.StorageFixture;

/** The whole contract, on connections of the store's own. */
class PostgresqlStorageTest extends StorageContract {
    @Override
    protected StorageFixture fixture() {
        return JdbcFixture.owning(Engine.POSTGRESQL);
    }
}
