package dev.stet.storage.jdbc;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.agent.NewAgent;
import dev.stet.ref.WorkspaceId;
import dev.stet.storage.jdbc.engine.Database;
import dev.stet.storage.jdbc.engine.Engine;
import dev.stet.storage.jdbc.engine.Flushing;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A store that is to be durable sets what it can, and refuses settings that lose what was acknowledged. */
class SettingsTest {
    private static final WorkspaceId ACME = WorkspaceId.of("acme");
    private static final Actor ANA = Actor.of("ana");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void enginesThatFlushAreAccepted(Engine engine) {
        try (Database database = engine.fresh(Flushing.EVERY_COMMIT)) {
            assertDoesNotThrow(() -> JdbcStorage.on(database.dataSource()).open());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void serversThatDoNotFlushAreRefusedUnlessTheHostSaysSo(Engine engine) {
        try (Database database = engine.fresh(Flushing.NEVER)) {
            String setting = engine == Engine.POSTGRESQL ? "fsync" : "innodb_flush_log_at_trx_commit";
            refuses(database.dataSource()::getConnection, setting);
            assertDoesNotThrow(() -> JdbcStorage.on(database.dataSource())
                    .durability(Durability.AS_CONFIGURED)
                    .open());
        }
    }

    @Test
    void theWriteDelayOfH2IsSetForGood() throws SQLException {
        try (HikariDataSource pool = pool("jdbc:h2:async:" + folder.resolve("db"))) {
            JdbcStorage.on(pool).open();
        }
        try (HikariDataSource pool = pool("jdbc:h2:async:" + folder.resolve("db"));
                Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'WRITE_DELAY'")) {
            assertTrue(row.next());
            assertEquals("0", row.getString(1));
        }
    }

    @Test
    void aWriteDelayInTheUrlOfH2IsRefused() {
        // Each new connection would set it again.
        JdbcDataSource unpooled = new JdbcDataSource();
        unpooled.setURL("jdbc:h2:async:" + folder.resolve("db") + ";WRITE_DELAY=100;DB_CLOSE_DELAY=-1");
        UnsafeSettingException refusal = assertThrows(
                UnsafeSettingException.class, () -> JdbcStorage.on(unpooled).open());
        assertEquals("WRITE_DELAY", refusal.setting());
    }

    @Test
    void aFileOfH2ThatAnInterruptWouldCloseIsRefused() {
        try (HikariDataSource pool = pool("jdbc:h2:" + folder.resolve("db"))) {
            refuses(pool::getConnection, "file system");
            assertDoesNotThrow(() ->
                    JdbcStorage.on(pool).durability(Durability.AS_CONFIGURED).open());
        }
        // The same file.
        try (HikariDataSource pool = pool("jdbc:h2:async:" + folder.resolve("db"))) {
            assertDoesNotThrow(() -> JdbcStorage.on(pool).open());
        }
    }

    @Test
    void releasesOfH2ThatLoseCommitsAreRefusedUnlessTheyReuseNoSpace() {
        String url = "jdbc:h2:async:" + folder.resolve("db");
        try (HikariDataSource pool = pool(url)) {
            refuses(() -> ofForgetfulRelease(pool.getConnection()), "REUSE_SPACE");
        }
        try (HikariDataSource pool = pool(url + ";REUSE_SPACE=FALSE")) {
            assertDoesNotThrow(() -> {
                try (Connection connection = ofForgetfulRelease(pool.getConnection())) {
                    new Settings(Dialect.H2, connection).makeDurable();
                }
            });
        }
    }

    /** The driver on the class path is of a sound release: its connection, but for that. */
    private static Connection ofForgetfulRelease(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                SettingsTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> method.getName().equals("createStatement")
                        ? forgetful(connection.createStatement())
                        : method.invoke(connection, arguments));
    }

    private static Statement forgetful(Statement statement) {
        return (Statement) Proxy.newProxyInstance(
                SettingsTest.class.getClassLoader(), new Class<?>[] {Statement.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("executeQuery") && arguments[0].equals("SELECT H2VERSION()")) {
                        return statement.executeQuery("SELECT '2.5.252'");
                    }
                    return method.invoke(statement, arguments);
                });
    }

    /** Even where nobody else has a connection any more, and the database was closed since the store was opened. */
    @Test
    void joiningWritesAtOnceOnH2() throws SQLException {
        JdbcDataSource unpooled = new JdbcDataSource();
        unpooled.setURL("jdbc:h2:async:" + folder.resolve("db"));
        JdbcStorage storage;
        try (Connection keepsItOpen = unpooled.getConnection()) {
            assertTrue(keepsItOpen.isValid(0));
            storage = JdbcStorage.on(unpooled).open();
        }
        try (Connection connection = unpooled.getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("CREATE TABLE host (number INT)");
            connection.createStatement().execute("INSERT INTO host VALUES (1)");
            Stet.on(storage.joining(connection))
                    .build()
                    .workspace(ACME, ANA)
                    .agents()
                    .create(NewAgent.named("Agent"));
            assertEquals(0, writeDelay(connection));
            connection.rollback();
            try (ResultSet rows = connection.createStatement().executeQuery("SELECT * FROM host")) {
                assertFalse(rows.next(), "joining has ended the transaction of the host");
            }
        }
    }

    /** The one in force, which is not always the one that is listed. */
    private static int writeDelay(Connection connection) throws SQLException {
        SessionLocal session =
                (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        return session.getDatabase().getStore().getMvStore().getAutoCommitDelay();
    }

    @ParameterizedTest
    @CsvSource({
        "SQLITE, PRAGMA synchronous = NORMAL, PRAGMA synchronous = FULL, synchronous",
        "SQLITE, PRAGMA busy_timeout = 0, PRAGMA busy_timeout = 1000, busy_timeout",
        "POSTGRESQL, SET synchronous_commit = off, SET synchronous_commit = on, synchronous_commit",
        "MARIADB, SET sql_mode = '', SET sql_mode = STRICT_ALL_TABLES, sql_mode"
    })
    void sessionsThatLoseAreRefusedOnFirstSight(Engine engine, String unsafe, String safe, String setting)
            throws SQLException {
        try (Database database = engine.fresh(Flushing.EVERY_COMMIT);
                Connection connection = database.unpooled().getConnection();
                Statement statement = connection.createStatement()) {
            JdbcStorage storage = JdbcStorage.on(database.dataSource()).open();
            Workspace acme = Stet.on(storage.joining(connection)).build().workspace(ACME, ANA);
            statement.execute(unsafe);
            connection.setAutoCommit(false);
            UnsafeSettingException refusal = assertThrows(
                    UnsafeSettingException.class, () -> acme.agents().create(NewAgent.named("Agent")));
            assertEquals(setting, refusal.setting());
            connection.rollback();
            connection.setAutoCommit(true);
            statement.execute(safe);
            acme.agents().create(NewAgent.named("Agent"));
            // From now on the session is the host's.
            statement.execute(unsafe);
            acme.agents().create(NewAgent.named("Agent"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE"})
    void sqliteIsSwitchedToWal(Engine engine) throws SQLException {
        try (Database database = engine.fresh(Flushing.EVERY_COMMIT)) {
            JdbcStorage.on(database.dataSource()).open();
            try (Connection connection = database.unpooled().getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("PRAGMA journal_mode")) {
                assertTrue(row.next());
                assertEquals("wal", row.getString(1));
            }
        }
    }

    @Test
    void settingsOfSqliteThatLoseOrFailAreRefused() {
        String url = "jdbc:sqlite:" + folder.resolve("db");
        try (HikariDataSource pool = pool(url + "?synchronous=NORMAL")) {
            refuses(pool::getConnection, "synchronous");
            assertDoesNotThrow(() ->
                    JdbcStorage.on(pool).durability(Durability.AS_CONFIGURED).open());
        }
        try (HikariDataSource pool = pool(url + "?busy_timeout=0")) {
            refuses(pool::getConnection, "busy_timeout");
        }
        try (HikariDataSource pool = pool("jdbc:sqlite::memory:")) {
            refuses(pool::getConnection, "journal_mode");
        }
    }

    private static void refuses(Connecting connecting, String setting) {
        UnsafeSettingException refusal = assertThrows(UnsafeSettingException.class, () -> {
            try (Connection connection = connecting.connect()) {
                new Settings(Dialect.of(connection), connection).makeDurable();
            }
        });
        assertEquals(setting, refusal.setting());
        assertTrue(refusal.getMessage().contains("AS_CONFIGURED"), refusal::getMessage);
    }

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(2);
        return new HikariDataSource(config);
    }

    private interface Connecting {
        Connection connect() throws SQLException;
    }
}
