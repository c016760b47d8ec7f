package dev.stet.storage.jdbc.joining;

import static dev.stet.storage.jdbc.operation.FrontDesk.AGENT;
import static dev.stet.storage.jdbc.operation.FrontDesk.SANDBOX;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stet.Workspace;
import dev.stet.ref.Ref;
import dev.stet.ref.WorkspaceId;
import dev.stet.storage.OutcomeUnknownException;
import dev.stet.storage.StorageException;
import dev.stet.storage.jdbc.Durability;
import dev.stet.storage.jdbc.JdbcStorage;
import dev.stet.storage.jdbc.UnsafeSettingException;
import dev.stet.storage.jdbc.engine.Database;
import dev.stet.storage.jdbc.engine.Engine;
import dev.stet.storage.jdbc.engine.Flushing;
import dev.stet.storage.jdbc.operation.FrontDesk;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** How the sessions are set up that a store gets. */
class SessionTest {
    /** What pools and frameworks do to each connection that they hand out. */
    private static DataSource handingOut(DataSource target, Setting setting) {
        return new DelegatingDataSource(target) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = super.getConnection();
                setting.on(connection);
                return connection;
            }
        };
    }

    private interface Setting {
        void on(Connection connection) throws SQLException;
    }

    /** Some engines only take it as a hint. */
    @ParameterizedTest
    @EnumSource
    void readOnlyConnectionsReadAndChangeNothingOrAll(Engine engine) throws SQLException {
        try (Host host = new Host(engine)) {
            DataSource readOnly = handingOut(host.database().unpooled(), connection -> {
                if (engine != Engine.SQLITE) { // Its driver sets that in the URL alone.
                    connection.setReadOnly(true);
                }
            });
            Workspace workspace = host.on(host.open(readOnly));
            assertEquals(Ref.version(1), workspace.resolve(AGENT, SANDBOX).ref());
            long expected = 3;
            try {
                FrontDesk.publishAndDeploy().on(workspace);
            } catch (StorageException refusal) {
                assertFalse(refusal instanceof OutcomeUnknownException, refusal::getMessage);
                expected = 2;
            }
            assertEquals(expected, host.latestVersion());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aHigherIsolationDoesNoHarm(Engine engine) throws SQLException {
        for (int level : new int[] {Connection.TRANSACTION_REPEATABLE_READ, Connection.TRANSACTION_SERIALIZABLE}) {
            try (Host host = new Host(engine)) {
                DataSource isolated = handingOut(host.database().unpooled(), connection -> {
                    if (engine != Engine.SQLITE) { // It knows no other than SERIALIZABLE.
                        connection.setTransactionIsolation(level);
                    }
                });
                Workspace workspace = host.on(host.open(isolated));
                FrontDesk.save().on(workspace);
                FrontDesk.openDraft().on(host.workspace());
                FrontDesk.promote().on(workspace);
                assertEquals(
                        Ref.version(1), workspace.resolve(AGENT, "pre-release").ref());
            }
        }
    }

    /** A read could tell what is undone afterwards. PostgreSQL knows no such level, and SQLite not where stores have files. */
    @ParameterizedTest
    @EnumSource(names = {"H2_MEMORY", "H2_FILE", "MARIADB"})
    void readsOfWhatIsNotCommittedAreRefused(Engine engine) throws SQLException {
        try (Database database = engine.fresh(Flushing.EVERY_COMMIT)) {
            DataSource uncommitted = handingOut(
                    database.unpooled(),
                    connection -> connection.setTransactionIsolation(Connection.TRANSACTION_READ_UNCOMMITTED));
            refuses(() -> JdbcStorage.on(uncommitted).open());
            JdbcStorage.on(uncommitted).durability(Durability.AS_CONFIGURED).open();

            AtomicReference<DataSource> pool = new AtomicReference<>(database.dataSource());
            JdbcStorage storage = JdbcStorage.on(new DelegatingDataSource(database.dataSource()) {
                        @Override
                        public Connection getConnection() throws SQLException {
                            return pool.get().getConnection();
                        }
                    })
                    .open();
            FrontDesk.build(workspace(storage));
            pool.set(uncommitted);
            refuses(() -> workspace(storage).resolve(AGENT, SANDBOX));
            refuses(() -> FrontDesk.save().on(workspace(storage)));
        }
    }

    private static Workspace workspace(JdbcStorage storage) {
        return FrontDesk.stet(storage, () -> UUID.randomUUID().toString())
                .build()
                .workspace(WorkspaceId.of("w"), FrontDesk.ADA);
    }

    private static void refuses(Executable call) {
        assertEquals(
                "isolation", assertThrows(UnsafeSettingException.class, call).setting());
    }
}
