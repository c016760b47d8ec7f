package dev.stet.storage.jdbc;

import dev.stet.storage.Catalogue;
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
    private static final ConcurrentMap<Kind, RecycledDatabases> RECYCLED = new ConcurrentHashMap<>();

    private final Engine engine;
    private final BiFunction<JdbcStorage, DataSource, Storage> construction;
    private Optional<Database> database = Optional.empty();
    private Optional<JdbcStorage> opened = Optional.empty();

    private JdbcFixture(Engine engine, BiFunction<JdbcStorage, DataSource, Storage> construction) {
        this.engine = engine;
        this.construction = construction;
    }

    /** The kit asks for hundreds of empty stores, and making tables takes longer than most of its tests. */
    private static RecycledDatabases recycled(Kind kind) {
        return RECYCLED.computeIfAbsent(
                kind,
                wanted -> new RecycledDatabases(
                        wanted.engine(),
                        Flushing.NEVER,
                        database -> opened(database, wanted.catalogue(), SchemaMode.CREATE),
                        "stet_format"::equals));
    }

    /** The store takes connections of its own. */
    static JdbcFixture owning(Engine engine) {
        return new JdbcFixture(engine, (storage, connections) -> storage);
    }

    /** Every call is made inside a transaction that the host begins and commits. */
    static JdbcFixture joining(Engine engine) {
        return new JdbcFixture(engine, HostTransactions::around);
    }

    private static JdbcStorage opened(Database database, Catalogue catalogue, SchemaMode mode) {
        // The servers of the kit do not flush, to be fast: what survives what is for other tests to show.
        return JdbcStorage.on(database.dataSource())
                .catalogue(catalogue)
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
    public Storage open(Catalogue catalogue) {
        boolean again = database.isPresent();
        Database its =
                database.orElseGet(() -> recycled(new Kind(engine, catalogue)).take());
        database = Optional.of(its);
        if (again) {
            its.reopen();
        }
        JdbcStorage storage = opened(its, catalogue, again ? SchemaMode.CREATE : SchemaMode.NONE);
        opened = Optional.of(storage);
        return construction.apply(storage, its.dataSource());
    }

    @Override
    public Optional<HostTransaction> hostTransaction() {
        return Optional.of(JoinedTransaction.begun(
                opened.orElseThrow(), database.orElseThrow().dataSource()));
    }

    @Override
    public void close() {
        database.ifPresent(Database::close);
    }

    /** Databases that can be taken for one another. */
    private record Kind(Engine engine, Catalogue catalogue) {}
}
