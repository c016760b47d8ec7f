package dev.stet.storage.jdbc;

import dev.stet.storage.Storage;
import dev.stet.storage.jdbc.engine.Database;
import dev.stet.storage.jdbc.engine.Engine;
import dev.stet.storage.tck.Declaration;
import dev.stet.storage.tck.StorageFixture;
import java.util.function.BiFunction;
import javax.sql.DataSource;

/** A store on a fresh database of an engine, as hosts construct it in one way or the other. */
final class JdbcFixture implements StorageFixture {
    private final Engine engine;
    private final Database database;
    private final BiFunction<JdbcStorage, DataSource, Storage> construction;
    private Storage storage;

    private JdbcFixture(Engine engine, BiFunction<JdbcStorage, DataSource, Storage> construction) {
        this.engine = engine;
        this.database = engine.fresh();
        this.construction = construction;
        this.storage = opened(database, construction);
    }

    /** The store takes connections of its own. */
    static JdbcFixture owning(Engine engine) {
        return new JdbcFixture(engine, (storage, connections) -> storage);
    }

    /** Every call is made inside a transaction that the host begins and commits. */
    static JdbcFixture joining(Engine engine) {
        return new JdbcFixture(engine, HostTransactions::around);
    }

    private static Storage opened(Database database, BiFunction<JdbcStorage, DataSource, Storage> construction) {
        DataSource connections = database.dataSource();
        // The servers of the tests do not flush, to be fast: what survives what is for other tests to show.
        JdbcStorage storage =
                JdbcStorage.on(connections).durability(Durability.AS_CONFIGURED).open();
        return construction.apply(storage, connections);
    }

    @Override
    public Declaration declaration() {
        return engine.survivesReopen() ? Declaration.durable() : Declaration.inMemory();
    }

    @Override
    public Storage storage() {
        return storage;
    }

    @Override
    public void reopen() {
        database.reopen();
        storage = opened(database, construction);
    }

    @Override
    public void close() {
        database.close();
    }
}
