package dev.stet.storage.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.Workspace;
import dev.stet.ref.WorkspaceId;
import dev.stet.storage.jdbc.engine.Database;
import dev.stet.storage.jdbc.engine.Engine;
import dev.stet.storage.jdbc.operation.FrontDesk;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeptStatementsTest {
    private final KeptStatements kept = new KeptStatements();

    private Jdbi on(DataSource connections) {
        return Session.prepared(Jdbi.create(connections)).setStatementBuilderFactory(kept);
    }

    /** The statement that a query ran on; it has one column and one row. */
    private static PreparedStatement run(Handle handle, String sql) {
        try (Query query = handle.createQuery(sql)) {
            return query.execute((statement, context) -> {
                PreparedStatement executed = statement.get();
                try (ResultSet rows = executed.getResultSet()) {
                    assertTrue(rows.next());
                    assertFalse(rows.next());
                }
                return executed;
            });
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"H2_MEMORY", "SQLITE"})
    void aStatementOutlivesALeaseOfItsConnection(Engine engine) {
        try (Database database = engine.fresh()) {
            Jdbi jdbi = on(database.dataSource());
            PreparedStatement first = jdbi.withHandle(handle -> run(handle, "SELECT 1"));
            PreparedStatement other = jdbi.withHandle(handle -> run(handle, "SELECT 2"));
            assertNotSame(first, other);
            assertSame(first, jdbi.withHandle(handle -> run(handle, "SELECT 1")));
            assertSame(other, jdbi.withHandle(handle -> run(handle, "SELECT 2")));
            assertEquals(1, kept.connections());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"H2_MEMORY", "SQLITE"})
    void afterAFailureNothingIsKept(Engine engine) {
        try (Database database = engine.fresh()) {
            Jdbi jdbi = on(database.dataSource());
            PreparedStatement first = jdbi.withHandle(handle -> run(handle, "SELECT 1"));
            jdbi.useHandle(handle -> {
                Session session = Session.own(handle, engineDialect(engine), new Deadline(0));
                assertThrows(JdbiException.class, () -> session.update(new Sql("NONSENSE", new Arguments())));
            });
            PreparedStatement second = jdbi.withHandle(handle -> run(handle, "SELECT 1"));
            assertNotSame(first, second);
            assertSame(second, jdbi.withHandle(handle -> run(handle, "SELECT 1")));
        }
    }

    private static Dialect engineDialect(Engine engine) {
        return engine == Engine.SQLITE ? Dialect.SQLITE : Dialect.H2;
    }

    @Test
    void ofManyStatementsThoseThatWereUsedLastAreKept() {
        try (Database database = Engine.H2_MEMORY.fresh()) {
            Jdbi jdbi = on(database.dataSource());
            jdbi.useHandle(handle -> {
                List<PreparedStatement> all = IntStream.range(0, 150)
                        .mapToObj(i -> run(handle, "SELECT " + i))
                        .toList();
                assertSame(all.get(149), run(handle, "SELECT 149"));
                assertSame(all.get(60), run(handle, "SELECT 60"));
                assertNotSame(all.get(0), run(handle, "SELECT 0"));
                assertTrue(isClosed(all.get(0)));
            });
        }
    }

    private static boolean isClosed(PreparedStatement statement) {
        try {
            return statement.isClosed();
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** A data source without a pool, and one whose every lease is an object of its own. */
    @Test
    void connectionsThatWereClosedAreForgotten() {
        try (Database database = Engine.H2_MEMORY.fresh()) {
            JdbcConnectionPool leases = JdbcConnectionPool.create(database.url(), database.user(), "");
            for (DataSource connections : List.of(database.unpooled(), leases)) {
                Jdbi jdbi = on(connections);
                for (int i = 0; i < 20; i++) {
                    jdbi.useHandle(handle -> run(handle, "SELECT 1"));
                }
                assertEquals(1, kept.connections());
            }
            leases.dispose();
        }
    }

    /** A result that was left open would keep a checkpoint of SQLite from its end. */
    @Test
    void nothingIsLeftOpenByAnyCall() throws SQLException {
        try (Database database = Engine.SQLITE.fresh()) {
            Workspace workspace = frontDesk(database);
            workspace.resolve(FrontDesk.AGENT, FrontDesk.SANDBOX);
            try (Connection connection = database.unpooled().getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet busy = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
                assertTrue(busy.next());
                assertEquals(0, busy.getInt(1), "whether somebody was in the way");
            }
        }
    }

    /** The statements were compiled against the tables as they were. */
    @ParameterizedTest
    @EnumSource(names = {"H2_MEMORY", "SQLITE"})
    void tablesMayBeChangedMeanwhile(Engine engine) throws SQLException {
        try (Database database = engine.fresh()) {
            Workspace workspace = frontDesk(database);
            long version = workspace
                    .resolve(FrontDesk.AGENT, FrontDesk.SANDBOX)
                    .version()
                    .orElseThrow();
            try (Connection connection = database.unpooled().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("ALTER TABLE stet_environment ADD COLUMN of_the_host INTEGER");
                statement.execute("CREATE INDEX of_the_host ON stet_environment (of_the_host)");
            }
            assertEquals(
                    version,
                    workspace
                            .resolve(FrontDesk.AGENT, FrontDesk.SANDBOX)
                            .version()
                            .orElseThrow());
            workspace.environments(FrontDesk.AGENT).freeze(FrontDesk.SANDBOX, "the host's migration");
        }
    }

    private static Workspace frontDesk(Database database) {
        AtomicInteger ids = new AtomicInteger();
        JdbcStorage storage = JdbcStorage.on(database.dataSource())
                .durability(Durability.AS_CONFIGURED)
                .open();
        Workspace workspace = FrontDesk.stet(storage, () -> "id" + ids.incrementAndGet())
                .build()
                .workspace(WorkspaceId.of("w"), FrontDesk.ADA);
        FrontDesk.build(workspace);
        return workspace;
    }
}
