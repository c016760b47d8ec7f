package dev.stet.storage.jdbc.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.ref.Ref;
import dev.stet.ref.WorkspaceId;
import dev.stet.storage.jdbc.Dialect;
import dev.stet.storage.jdbc.JdbcStorage;
import dev.stet.storage.jdbc.Schema;
import dev.stet.storage.jdbc.UnsafeSettingException;
import dev.stet.storage.jdbc.engine.Database;
import dev.stet.storage.jdbc.engine.Engine;
import dev.stet.storage.jdbc.engine.Flushing;
import dev.stet.storage.jdbc.engine.PgBouncer;
import dev.stet.storage.jdbc.operation.FrontDesk;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real PgBouncer, which shares two connections to PostgreSQL among those of a program's pool. */
@Tag("cluster")
class PoolerClusterTest {
    private static final int WRITERS = 4;
    /** Each makes every statement of a save and a publish; from the fifth time on the driver would prepare them. */
    private static final int ROUNDS = 6;

    private static final long PATIENCE_SECONDS = 120;
    private static final String UNPREPARED = "&prepareThreshold=0";

    private static Database database;

    @BeforeAll
    static void start() {
        database = Engine.POSTGRESQL.fresh(Flushing.EVERY_COMMIT);
    }

    @AfterAll
    static void stop() {
        if (database != null) {
            database.close();
        }
    }

    private static HikariDataSource pool(PgBouncer pooler, String parameters) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(pooler.url(parameters));
        config.setMaximumPoolSize(WRITERS);
        return new HikariDataSource(config);
    }

    /** With the name of the schema in the statements: PgBouncer does not let a URL set one. */
    private static JdbcStorage open(HikariDataSource pool) {
        String url = database.url();
        Schema schema = Schema.of(Dialect.POSTGRESQL).named(url.substring(url.indexOf('=') + 1));
        return JdbcStorage.on(pool).schema(schema).open();
    }

    private static Workspace workspace(Stet stet, String name) {
        return stet.workspace(WorkspaceId.of(name), FrontDesk.ADA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"transaction", "session"})
    void itWorksWithoutPreparedStatements(String mode) throws Exception {
        try (PgBouncer pooler = PgBouncer.before(database, mode);
                // In a session, a pooler lends each connection of the pool one of its two for good.
                HikariDataSource pool = pool(pooler, UNPREPARED)) {
            if (mode.equals("session")) {
                pool.setMaximumPoolSize(2);
            }
            JdbcStorage storage = open(pool);
            Stet stet =
                    FrontDesk.stet(storage, () -> UUID.randomUUID().toString()).build();
            List<FutureTask<Object>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                String name = mode + writer;
                FutureTask<Object> task = new FutureTask<>(() -> rounds(stet, name), name);
                writers.add(task);
                new Thread(task).start();
            }
            for (FutureTask<Object> writer : writers) {
                writer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
            try (Connection connection = pool.getConnection()) {
                connection.setAutoCommit(false);
                FrontDesk.promote().on(workspace(stet.within(storage.joining(connection)), mode + "0-0"));
                connection.commit();
            }
            assertEquals(
                    Ref.version(3),
                    workspace(stet, mode + "0-0")
                            .resolve(FrontDesk.AGENT, "pre-release")
                            .ref());
        }
    }

    private static void rounds(Stet stet, String name) {
        for (int round = 0; round < ROUNDS; round++) {
            Workspace workspace = workspace(stet, name + "-" + round);
            FrontDesk.build(workspace);
            FrontDesk.publishAndDeploy().on(workspace);
            assertEquals(
                    Ref.version(3),
                    workspace.resolve(FrontDesk.AGENT, FrontDesk.SANDBOX).ref());
        }
    }

    @Test
    void preparedStatementsBehindAPoolerAreRefused() {
        refuses("transaction", "", "prepareThreshold");
    }

    @Test
    void aPoolerThatKnowsOnlyStatementsIsRefused() {
        refuses("statement", UNPREPARED, "pool_mode of the pooler");
    }

    private static void refuses(String mode, String parameters, String setting) {
        try (PgBouncer pooler = PgBouncer.before(database, mode);
                HikariDataSource pool = pool(pooler, parameters)) {
            UnsafeSettingException refusal = assertThrows(UnsafeSettingException.class, () -> open(pool));
            assertEquals(setting, refusal.setting(), refusal::getMessage);
        }
    }
}
