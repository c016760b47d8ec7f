package dev.stet.storage.jdbc.joining;

import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.ref.WorkspaceId;
import dev.stet.storage.jdbc.Durability;
import dev.stet.storage.jdbc.JdbcStorage;
import dev.stet.storage.jdbc.engine.Database;
import dev.stet.storage.jdbc.engine.Engine;
import dev.stet.storage.jdbc.engine.Flushing;
import dev.stet.storage.jdbc.engine.RecycledDatabases;
import dev.stet.storage.jdbc.operation.FrontDesk;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** An application with a table of its own beside those of Stet, and a front desk. */
final class Host implements AutoCloseable {
    private static final Map<Engine, RecycledDatabases> DATABASES = new ConcurrentHashMap<>();
    private static final WorkspaceId PLACE = WorkspaceId.of("w");
    private static final long CACHE_BYTES = 1 << 20;

    private final Engine engine;
    private final Database database;
    private final JdbcStorage storage;
    private final Stet stet;
    private final AtomicInteger ids = new AtomicInteger();

    Host(Engine engine) {
        database = DATABASES.computeIfAbsent(engine, Host::recycled).take();
        this.engine = engine;
        storage = open(engine, database.dataSource());
        stet = anotherStet();
        FrontDesk.build(workspace());
    }

    private static RecycledDatabases recycled(Engine engine) {
        return new RecycledDatabases(
                engine, Flushing.NEVER, database -> makeTables(engine, database), table -> table.equals("stet_format"));
    }

    private static void makeTables(Engine engine, Database database) {
        open(engine, database.dataSource());
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE host_note (id INTEGER NOT NULL PRIMARY KEY)");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** SQLite needs full durability to let readers read while one writes. */
    private static JdbcStorage open(Engine engine, DataSource connections) {
        return JdbcStorage.on(connections)
                .durability(engine == Engine.SQLITE ? Durability.FULL : Durability.AS_CONFIGURED)
                .open();
    }

    /** Another instance on the same store, as another process of the host would have it. */
    Stet anotherStet() {
        return stetOn(storage);
    }

    private Stet stetOn(JdbcStorage another) {
        return FrontDesk.stet(another, () -> "id" + ids.incrementAndGet())
                .contentCacheBytes(CACHE_BYTES)
                .build();
    }

    /** Another store in the same tables, on connections that are handed out in another way. */
    JdbcStorage open(DataSource connections) {
        return open(engine, connections);
    }

    /** The workspace in such a store. */
    Workspace on(JdbcStorage another) {
        return in(stetOn(another));
    }

    Engine engine() {
        return engine;
    }

    Database database() {
        return database;
    }

    JdbcStorage storage() {
        return storage;
    }

    Stet stet() {
        return stet;
    }

    /** The workspace on connections of the store's, as everybody else sees it. */
    Workspace workspace() {
        return in(stet);
    }

    /** The workspace in the transaction of a connection. */
    Workspace within(Connection connection) {
        return in(stet.within(storage.joining(connection)));
    }

    Workspace in(Stet instance) {
        return instance.workspace(PLACE, FrontDesk.ADA);
    }

    Connection connection() throws SQLException {
        return database.dataSource().getConnection();
    }

    /** A connection with auto-commit off. */
    Connection transaction() throws SQLException {
        Connection connection = database.unpooled().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    Jdbi jdbi() {
        return Jdbi.create(database.dataSource());
    }

    /** What the host writes itself. */
    static void note(Connection connection, int id) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO host_note (id) VALUES (?)")) {
            insert.setInt(1, id);
            insert.executeUpdate();
        }
    }

    /** How much of that others see. */
    int notes() throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM host_note")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** The number of the latest version that others see. */
    long latestVersion() {
        return workspace().agents().get(FrontDesk.AGENT).head().latestVersion();
    }

    @Override
    public void close() {
        database.close();
    }
}
