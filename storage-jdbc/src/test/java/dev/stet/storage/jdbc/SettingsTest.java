package dev.stet.storage.jdbc;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.stet.storage.jdbc.engine.Database;
import dev.stet.storage.jdbc.engine.Engine;
import dev.stet.storage.jdbc.engine.Flushing;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A store that is to be durable sets what it can, and refuses settings that lose what was acknowledged. */
class SettingsTest {
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
        try (HikariDataSource pool = pool("jdbc:h2:" + folder.resolve("db"))) {
            JdbcStorage.on(pool).open();
        }
        try (HikariDataSource pool = pool("jdbc:h2:" + folder.resolve("db"));
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
        unpooled.setURL("jdbc:h2:" + folder.resolve("db") + ";WRITE_DELAY=100;DB_CLOSE_DELAY=-1");
        UnsafeSettingException refusal = assertThrows(
                UnsafeSettingException.class, () -> JdbcStorage.on(unpooled).open());
        assertEquals("WRITE_DELAY", refusal.setting());
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
