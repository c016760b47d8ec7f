package dev.stet.storage.jdbc;

import dev.stet.storage.Storage;
import dev.stet.storage.jdbc.engine.Database;
import dev.stet.storage.jdbc.engine.Engine;
import dev.stet.storage.jdbc.engine.Flushing;
import dev.stet.storage.jdbc.engine.RecycledDatabases;
import dev.stet.storage.tck.Declaration;
import dev.stet.storage.tck.HostTransaction;
import dev.stet.storage.tck.StorageFixture;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiFunction;
import javax.sql.DataSource;

/** A store on a fresh database of an engine, as hosts construct it in one way or the other. */
final class JdbcFixture implements StorageFixture {
    private static final ConcurrentMap<Engine, RecycledDatabases> RECYCLED = new ConcurrentHashMap<>();

    private final Engine engine;
    private final Database database;
    private final BiFunction<JdbcStorage, DataSource, Storage> construction;
    private JdbcStorage opened;
    private Storage storage;

    private JdbcFixture(Engine engine, BiFunction<JdbcStorage, DataSource, Storage> construction) {
        this.engine = engine;
        this.database = recycled(engine).take();
        this.construction = construction;
        this.opened = opened(database, SchemaMode.NONE);
        this.storage = construction.apply(opened, database.dataSource());
    }

    /** The kit asks for hundreds of empty stores, and making tables takes longer than most of its tests. */
    private static RecycledDatabases recycled(Engine engine) {
        return RECYCLED.computeIfAbsent(
                engine,
                kind -> new RecycledDatabases(
                        kind, Flushing.NEVER, database -> opened(database, SchemaMode.CREATE), "stet_format"::equals));
    }

    /** The store takes connections of its own. */
    static JdbcFixture owning(Engine engine) {
        return new JdbcFixture(engine, (storage, connections) -> storage);
    }

    /** Every call is made inside a transaction that the host begins and commits. */
    static JdbcFixture joining(Engine engine) {
        return new JdbcFixture(engine, HostTransactions::around);
    }

    private static JdbcStorage opened(Database database, SchemaMode mode) {
        // The servers of the kit do not flush, to be fast: what survives what is for other tests to show.
        return JdbcStorage.on(database.dataSource())
                .schemaMode(mode)
                .durability(Durability.AS_CONFIGURED)
                .open();
    }

    @Override
    public Declaration declaration() {
        Declaration declared = engine.survivesReopen() ? Declaration.durable() : Declaration.inMemory();
        return declared.withHostTransactions();
    }

    @Override
    public Storage storage() {
        return storage;
    }

    @Override
    public Optional<HostTransaction> hostTransaction() {
        return Optional.of(JoinedTransaction.begun(opened, database.dataSource()));
    }

    @Override
    public void reopen() {
        database.reopen();
        opened = opened(database, SchemaMode.CREATE);
        storage = construction.apply(opened, database.dataSource());
    }

    @Override
    public void close() {
        database.close();
    }
}
