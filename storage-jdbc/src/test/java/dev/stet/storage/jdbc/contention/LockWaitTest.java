package dev.stet.storage.jdbc.contention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stet.ref.AgentId;
import dev.stet.storage.OutsideTransactionException;
import dev.stet.storage.jdbc.Durability;
import dev.stet.storage.jdbc.JdbcStorage;
import dev.stet.storage.jdbc.engine.Database;
import dev.stet.storage.jdbc.engine.Engine;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What waiting for locks leaves behind in a host's transaction, and how a thread is told that it waits for itself. */
class LockWaitTest {
    private static final AgentId DESK = AgentId.of("desk");

    /** How long a session waits for a lock, and how to make that 7 s. */
    private enum Setting {
        H2("SELECT LOCK_TIMEOUT()", "SET LOCK_TIMEOUT 7000"),
        SQLITE("PRAGMA busy_timeout", "PRAGMA busy_timeout = 7000"),
        POSTGRESQL("SELECT current_setting('lock_timeout')", "SET lock_timeout = '7s'"),
        MARIADB("SELECT @@max_statement_time", "SET max_statement_time = 7");

        private final String read;
        private final String set;

        Setting(String read, String set) {
            this.read = read;
            this.set = set;
        }

        static Setting of(Engine engine) {
            return switch (engine) {
                case H2_MEMORY, H2_FILE -> H2;
                case SQLITE -> SQLITE;
                case POSTGRESQL -> POSTGRESQL;
                case MARIADB -> MARIADB;
            };
        }

        String read(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(read)) {
                row.next();
                return row.getString(1);
            }
        }

        void set(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(set);
            }
        }
    }

    private static JdbcStorage store(Database database) {
        JdbcStorage storage = JdbcStorage.on(database.dataSource())
                .durability(Durability.AS_CONFIGURED)
                .open();
        Life.in(storage).create(DESK);
        return storage;
    }

    @ParameterizedTest
    @EnumSource
    void theHostsTimeoutIsAsItWas(Engine engine) throws SQLException {
        Setting setting = Setting.of(engine);
        try (Database database = engine.fresh()) {
            JdbcStorage storage = store(database);
            try (Connection connection = database.unpooled().getConnection()) {
                setting.set(connection);
                String before = setting.read(connection);
                connection.setAutoCommit(false);
                Life.in(storage).within(storage.joining(connection)).work(DESK);
                assertEquals(before, setting.read(connection));
                connection.commit();
                assertEquals(before, setting.read(connection));
                connection.rollback();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoWaitsForItsOwnTransactionIsToldSoAndNotAfterwards(Engine engine) throws SQLException {
        try (Database database = engine.fresh()) {
            JdbcStorage storage = store(database);
            Life outside = Life.in(storage);
            try (Connection connection = database.unpooled().getConnection()) {
                connection.setAutoCommit(false);
                outside.within(storage.joining(connection)).edit(DESK);
                assertThrows(OutsideTransactionException.class, () -> outside.edit(DESK));
                connection.rollback();
                outside.edit(DESK);
                outside.within(storage.joining(connection)).edit(DESK);
                connection.commit();
                outside.edit(DESK);
            }
        }
    }
}
