package dev.stet.storage.jdbc.wire;

import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.ref.Ref;
import dev.stet.ref.WorkspaceId;
import dev.stet.storage.jdbc.Durability;
import dev.stet.storage.jdbc.JdbcStorage;
import dev.stet.storage.jdbc.SchemaMode;
import dev.stet.storage.jdbc.engine.Database;
import dev.stet.storage.jdbc.engine.Engine;
import dev.stet.storage.jdbc.operation.FrontDesk;
import dev.stet.storage.jdbc.operation.Operation;
import dev.stet.storage.jdbc.operation.Tables;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;

/** Measures calls on one engine, each on a front desk as good as new. */
final class Meter implements AutoCloseable {
    private static final long CACHE_BYTES = 1 << 20;
    private static final String TEMPLATE = "template";
    private static final WorkspaceId PLACE = WorkspaceId.of("w");

    private final Database database;
    private final Tables tables;
    private final Optional<Relay> relay;
    private final OneConnection pool;
    private final Wire wire;
    private final JdbcStorage storage;
    private final AtomicInteger ids = new AtomicInteger();

    Meter(Engine engine) {
        database = engine.fresh();
        JdbcStorage quiet = JdbcStorage.on(database.dataSource())
                .durability(Durability.AS_CONFIGURED)
                .open();
        FrontDesk.build(FrontDesk.stet(quiet, this::newId).build().workspace(WorkspaceId.of(TEMPLATE), FrontDesk.ADA));
        tables = new Tables(database.dataSource());
        boolean server = engine == Engine.POSTGRESQL || engine == Engine.MARIADB;
        relay = server ? Optional.of(Relay.to(database.url())) : Optional.empty();
        String url = relay.map(between -> between.through(database.url())).orElseGet(database::url);
        pool = OneConnection.trusting(Connecting.to(database, url));
        wire = Wire.to(pool.dataSource());
        storage = JdbcStorage.on(wire.dataSource())
                .schema(quiet.schema())
                .schemaMode(SchemaMode.NONE)
                .durability(Durability.AS_CONFIGURED)
                .open();
    }

    private String newId() {
        return "id" + ids.incrementAndGet();
    }

    /** What a call costs on a connection of the store's. */
    Measured owning(Row row) {
        Workspace workspace = prepared(row).workspace(PLACE, FrontDesk.ADA);
        row.before().forEach(operation -> operation.on(workspace));
        return measured(row.operation(), workspace);
    }

    /** What a call costs in a transaction of the host's that has begun. */
    Measured joining(Row row) throws SQLException {
        Stet stet = prepared(row);
        try (Connection connection = wire.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("DELETE FROM stet_agent WHERE workspace = 'nobody'");
            }
            Workspace workspace = stet.within(storage.joining(connection)).workspace(PLACE, FrontDesk.ADA);
            row.before().forEach(operation -> operation.on(workspace));
            Measured measured = measured(row.operation(), workspace);
            connection.rollback();
            connection.setAutoCommit(true);
            return measured;
        }
    }

    private Stet prepared(Row row) {
        tables.copy(TEMPLATE, PLACE.value());
        Stet stet = FrontDesk.stet(storage, this::newId)
                .contentCacheBytes(CACHE_BYTES)
                .build();
        if (row.contentInMemory()) {
            Workspace workspace = stet.workspace(PLACE, FrontDesk.ADA);
            workspace.contents(FrontDesk.AGENT).read(Ref.version(1));
            workspace.contents(FrontDesk.AGENT).read(Ref.version(2));
            workspace.contents(FrontDesk.AGENT).read(Ref.revision(FrontDesk.WORK));
            workspace.pages(FrontDesk.AGENT).get(FrontDesk.SANDBOX);
        }
        return stet;
    }

    private Measured measured(Operation operation, Workspace workspace) {
        wire.forget();
        int before = turns();
        operation.on(workspace);
        OptionalInt trips = relay.isPresent() ? OptionalInt.of(turns() - before) : OptionalInt.empty();
        return new Measured(wire.events(), trips);
    }

    private int turns() {
        return relay.map(Relay::turns).orElse(0);
    }

    @Override
    public void close() throws SQLException, IOException {
        pool.close();
        if (relay.isPresent()) {
            relay.get().close();
        }
        database.close();
    }
}
