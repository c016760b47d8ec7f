package dev.stet.storage.jdbc.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.Workspace;
import dev.stet.ref.WorkspaceId;
import dev.stet.storage.OutcomeUnknownException;
import dev.stet.storage.StorageException;
import dev.stet.storage.jdbc.Durability;
import dev.stet.storage.jdbc.JdbcStorage;
import dev.stet.storage.jdbc.engine.Database;
import dev.stet.storage.jdbc.engine.DatabaseServer;
import dev.stet.storage.jdbc.engine.Engine;
import dev.stet.storage.jdbc.engine.PostgresServer;
import dev.stet.storage.jdbc.operation.FrontDesk;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** What is said of a commit is true, whatever the host has deferred to it: made, not made, or unknown where nobody knows. */
class CommitTest {
    private static final long PATIENCE_SECONDS = 30;
    private static final String STANDBY = "ALTER SYSTEM SET synchronous_standby_names = ";
    private static final String RELOAD = "SELECT pg_reload_conf()";
    private static final String WAITING = "FROM pg_stat_activity WHERE wait_event = 'SyncRep'";

    private static Workspace frontDesk(DataSource connections) {
        return FrontDesk.stet(
                        JdbcStorage.on(connections)
                                .durability(Durability.AS_CONFIGURED)
                                .open(),
                        () -> UUID.randomUUID().toString())
                .build()
                .workspace(WorkspaceId.of("w"), FrontDesk.ADA);
    }

    private static long latestVersion(Workspace workspace) {
        return workspace.agents().get(FrontDesk.AGENT).head().latestVersion();
    }

    private static void execute(DataSource connections, String... all) throws SQLException {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : all) {
                statement.execute(sql);
            }
        }
    }

    /** Makes PostgreSQL do something when a transaction commits that changed an agent. */
    private static void atCommit(Database database, String body) throws SQLException {
        execute(
                database.dataSource(),
                "CREATE FUNCTION host_says() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN " + body
                        + "; RETURN NULL; END $$",
                "CREATE CONSTRAINT TRIGGER host_says AFTER UPDATE ON stet_agent DEFERRABLE INITIALLY DEFERRED"
                        + " FOR EACH ROW EXECUTE FUNCTION host_says()");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RAISE DEBUG 'so'",
                "RAISE LOG 'so'",
                "RAISE INFO 'so'",
                "RAISE NOTICE 'so'",
                "RAISE WARNING 'so'",
                "RAISE WARNING 'so' USING ERRCODE = '01004'",
                "RAISE NOTICE 'canceling wait for synchronous replication' USING ERRCODE = '01000'"
            })
    void aTriggerThatSpeaksLeavesNoDoubt(String saying) throws SQLException {
        try (Database database = Engine.POSTGRESQL.fresh()) {
            Workspace workspace = frontDesk(database.dataSource());
            FrontDesk.build(workspace);
            atCommit(database, saying);
            FrontDesk.publishAndDeploy().on(workspace);
            assertEquals(3, latestVersion(workspace));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RAISE EXCEPTION 'no'",
                "RAISE EXCEPTION 'no' USING ERRCODE = '23514'",
                "PERFORM 1 / 0",
                "PERFORM * FROM there_is_no_such_table"
            })
    void aTriggerThatRefusesIsNoDoubtEither(String refusing) throws SQLException {
        try (Database database = Engine.POSTGRESQL.fresh()) {
            Workspace workspace = frontDesk(database.dataSource());
            FrontDesk.build(workspace);
            atCommit(database, refusing);
            isRefused(workspace);
            execute(database.dataSource(), "DROP TRIGGER host_says ON stet_agent");
            FrontDesk.publishAndDeploy().on(workspace);
        }
    }

    /** By one of the host's foreign keys, at the statement or deferred to the commit. */
    @ParameterizedTest
    @ValueSource(strings = {"", "DEFERRABLE INITIALLY DEFERRED"})
    void aForeignKeyOfSqliteThatRefusesIsNoContention(String deferred) throws SQLException {
        try (Database database = Engine.SQLITE.fresh()) {
            Workspace workspace = frontDesk(database.dataSource());
            FrontDesk.build(workspace);
            DataSource checked = checkingForeignKeys(database);
            execute(
                    checked,
                    "CREATE TABLE host_parent (id INTEGER PRIMARY KEY)",
                    "CREATE TABLE host_child (parent INTEGER REFERENCES host_parent (id) " + deferred + ")",
                    "CREATE TRIGGER host_says AFTER UPDATE ON stet_agent BEGIN INSERT INTO host_child VALUES (7); END");
            isRefused(frontDesk(checked));
        }
    }

    private static DataSource checkingForeignKeys(Database database) {
        SQLiteConfig config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl(database.url());
        return source;
    }

    private static void isRefused(Workspace workspace) {
        StorageException refusal = assertThrows(
                StorageException.class, () -> FrontDesk.publishAndDeploy().on(workspace));
        assertEquals(StorageException.class, refusal.getClass(), refusal::getMessage);
        assertEquals(2, latestVersion(workspace));
    }

    /** PostgreSQL acknowledges such a commit with nothing but a warning. */
    @Test
    void aCommitThatWasNotWaitedForIsUnknown() throws Exception {
        try (DatabaseServer server = PostgresServer.start();
                Database database = server.fresh()) {
            Workspace workspace = frontDesk(database.dataSource());
            FrontDesk.build(workspace);
            atCommit(database, "RAISE NOTICE 'about to commit'");
            execute(database.dataSource(), STANDBY + "'nobody'", RELOAD);
            FutureTask<Object> publishing =
                    new FutureTask<>(() -> FrontDesk.publishAndDeploy().on(workspace));
            new Thread(publishing).start();
            cancelTheWait(database);
            ExecutionException failure =
                    assertThrows(ExecutionException.class, () -> publishing.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            assertInstanceOf(OutcomeUnknownException.class, failure.getCause());
            execute(database.dataSource(), STANDBY + "''", RELOAD);
        }
    }

    private static void cancelTheWait(Database database) throws SQLException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            boolean cancelled = false;
            while (!cancelled) {
                assertTrue(System.nanoTime() < deadline, "a commit must wait for a standby, but none does");
                try (ResultSet row = statement.executeQuery("SELECT pg_cancel_backend(pid) " + WAITING)) {
                    cancelled = row.next();
                }
            }
        }
    }
}
