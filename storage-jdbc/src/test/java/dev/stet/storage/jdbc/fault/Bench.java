package dev.stet.storage.jdbc.fault;

import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.ref.AgentKey;
import dev.stet.ref.RequestId;
import dev.stet.ref.WorkspaceId;
import dev.stet.storage.jdbc.Dialect;
import dev.stet.storage.jdbc.Durability;
import dev.stet.storage.jdbc.JdbcStorage;
import dev.stet.storage.jdbc.SchemaMode;
import dev.stet.storage.jdbc.engine.Database;
import dev.stet.storage.jdbc.engine.Engine;
import dev.stet.storage.jdbc.operation.FrontDesk;
import dev.stet.storage.jdbc.operation.Picture;
import dev.stet.storage.jdbc.operation.Tables;
import dev.stet.storage.jdbc.wire.OneConnection;
import dev.stet.storage.jdbc.wire.Wire;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A database with the front desk in it, reached over a wire that can be broken, and put back as it was in no time. */
final class Bench implements AutoCloseable {
    private static final String TEMPLATE = "template";
    private static final WorkspaceId PLACE = WorkspaceId.of("w");
    private static final RequestId REQUEST = RequestId.of("request");
    private static final AgentKey[] KEYS = {new AgentKey(PLACE, FrontDesk.AGENT), new AgentKey(PLACE, FrontDesk.COPY)};

    private final Database database;
    private final JdbcStorage quiet;
    private final Tables tables;
    private final OneConnection pool;
    private final Wire wire;
    private final JdbcStorage storage;
    private final Stet stet;
    private final State untouched;
    private boolean changed;

    Bench(Engine engine, boolean autoCommit) {
        database = engine.fresh();
        quiet = JdbcStorage.on(database.dataSource())
                .durability(durability(engine))
                .open();
        AtomicInteger ids = new AtomicInteger();
        FrontDesk.build(FrontDesk.stet(quiet, () -> "id" + ids.incrementAndGet())
                .build()
                .workspace(WorkspaceId.of(TEMPLATE), FrontDesk.ADA));
        execute("CREATE TABLE host_note (id INTEGER NOT NULL PRIMARY KEY)");
        tables = new Tables(database.dataSource());
        pool = OneConnection.to(database.unpooled(), autoCommit);
        wire = Wire.to(pool.dataSource());
        storage = JdbcStorage.on(wire.dataSource())
                .schema(quiet.schema())
                .schemaMode(SchemaMode.NONE)
                .durability(Durability.AS_CONFIGURED)
                .open();
        // Without a cache, so that an operation does the same each time.
        stet = FrontDesk.stet(storage, () -> "generated").contentCacheBytes(0).build();
        restore();
        untouched = state();
        changed = false;
    }

    /** What the engines of tests, which flush nothing, can give. SQLite needs it to let readers read while one writes. */
    private static Durability durability(Engine engine) {
        return engine == Engine.SQLITE ? Durability.FULL : Durability.AS_CONFIGURED;
    }

    Dialect dialect() {
        return quiet.schema().dialect();
    }

    Wire wire() {
        return wire;
    }

    OneConnection pool() {
        return pool;
    }

    /** The workspace that is put back, over the wire, on one request. */
    Workspace workspace() {
        return stet.workspace(PLACE, FrontDesk.ADA).request(REQUEST);
    }

    /** The same in a transaction. */
    Workspace within(Connection connection) {
        return stet.within(storage.joining(connection))
                .workspace(PLACE, FrontDesk.ADA)
                .request(REQUEST);
    }

    /** Puts everything back as it was. */
    void restore() {
        tables.copy(TEMPLATE, PLACE.value());
        execute("DELETE FROM host_note");
        changed = false;
    }

    /** Does so if need be, as was seen when somebody last looked at the {@link #state} and the {@link #notes}. */
    void restoreIfChanged() {
        if (changed) {
            restore();
        }
    }

    /** What is stored when nothing happened. */
    State untouched() {
        return untouched;
    }

    /**
     * What is stored now.
     *
     * @param known states whose pictures were taken before: the same rows make the same picture
     */
    State state(State... known) {
        Map<String, List<String>> rows = tables.rows(PLACE.value());
        changed |= Stream.of(known)
                .noneMatch(state -> state.equals(untouched) && state.rows().equals(rows));
        return Stream.of(known)
                .filter(state -> state.rows().equals(rows))
                .findFirst()
                .orElseGet(() -> new State(rows, Picture.of(quiet, KEYS)));
    }

    /** How many rows the host's table has. */
    int notes() {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM host_note")) {
            int notes = row.next() ? row.getInt(1) : -1;
            changed |= notes != 0;
            return notes;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void execute(String sql) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() throws SQLException {
        pool.close();
        database.close();
    }
}
