package dev.stet.storage.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.storage.jdbc.engine.Database;
import dev.stet.storage.jdbc.engine.Engine;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases that are set up to behave like another, or to read names and texts in a way of their own. */
class CompatibilityTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "MODE=Regular",
                "MODE=LEGACY",
                "MODE=DB2",
                "MODE=HSQLDB",
                "MODE=MySQL",
                "MODE=MariaDB",
                "MODE=PostgreSQL",
                "MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
                "MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
                "DATABASE_TO_UPPER=FALSE",
                "DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
                "CASE_INSENSITIVE_IDENTIFIERS=TRUE",
                "IGNORECASE=TRUE",
                "OLD_INFORMATION_SCHEMA=TRUE",
                "DEFAULT_ESCAPE="
            })
    void h2WorksUnderAllSettingsThatKeepTextsApart(String settings) {
        JdbcConnectionPool pool = h2(settings);
        try {
            Lifecycle.on(JdbcStorage.on(pool).open());
            for (SchemaMode mode : SchemaMode.values()) {
                JdbcStorage.on(pool).schemaMode(mode).open();
            }
        } finally {
            pool.dispose();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MODE=Oracle",
                "MODE=STRICT",
                "MODE=Derby",
                "MODE=MSSQLServer",
                "COLLATION=ENGLISH STRENGTH PRIMARY",
                "COLLATION=ENGLISH"
            })
    void h2IsRefusedWhereItMixesTextsUp(String settings) throws SQLException {
        JdbcConnectionPool pool = h2(settings);
        try {
            for (SchemaMode mode : SchemaMode.values()) {
                UnsafeSettingException refusal = assertThrows(
                        UnsafeSettingException.class,
                        () -> JdbcStorage.on(pool)
                                .schemaMode(mode)
                                .durability(Durability.AS_CONFIGURED)
                                .open());
                assertEquals(settings.substring(0, settings.indexOf('=')), refusal.setting());
            }
            // Nothing was made, so that the setting can still be changed.
            Prelude.run(pool, List.of("SET MODE Regular", "SET COLLATION OFF"));
            JdbcStorage.on(pool).open();
        } finally {
            pool.dispose();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ANSI_QUOTES,NO_BACKSLASH_ESCAPES,PAD_CHAR_TO_FULL_LENGTH,TRADITIONAL",
                "ORACLE,ONLY_FULL_GROUP_BY,HIGH_NOT_PRECEDENCE,STRICT_ALL_TABLES"
            })
    void mariadbWorksInItsModes(String mode) {
        mariadb("SET sql_mode = '" + mode + "'");
    }

    /** What a connection compares texts by counts for nothing: the columns decide. */
    @Test
    void mariadbWorksUnderAnyCollationOfTheConnection() {
        mariadb("SET collation_connection = 'utf8mb4_uca1400_ai_ci'");
    }

    private static void mariadb(String setting) {
        try (Database database = Engine.MARIADB.fresh()) {
            DataSource connections = Prelude.before(database.dataSource(), setting);
            for (SchemaMode mode : SchemaMode.values()) {
                open(connections, mode);
            }
            Lifecycle.on(open(connections, SchemaMode.NONE));
        }
    }

    private static JdbcStorage open(DataSource connections, SchemaMode mode) {
        return JdbcStorage.on(connections)
                .schemaMode(mode)
                .durability(Durability.AS_CONFIGURED)
                .open();
    }

    @Test
    void mariadbIsRefusedWhereItStoresNothingForAnEmptyText() {
        try (Database database = Engine.MARIADB.fresh()) {
            UnsafeSettingException refusal = assertThrows(
                    UnsafeSettingException.class,
                    () -> open(
                            Prelude.before(database.dataSource(), "SET sql_mode = 'EMPTY_STRING_IS_NULL'"),
                            SchemaMode.CREATE));
            assertEquals("sql_mode", refusal.setting());
            assertTrue(refusal.getMessage().contains("EMPTY_STRING_IS_NULL"), refusal::getMessage);
        }
    }

    private static JdbcConnectionPool h2(String settings) {
        return JdbcConnectionPool.create(
                "jdbc:h2:mem:" + settings.hashCode() + ";DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=64;" + settings, "sa", "");
    }
}
