package dev.stet.storage.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/** How a database is set up to keep what it acknowledged: see {@link Durability#FULL}. */
final class Settings {
    private static final int SQLITE_FULL = 2;
    private static final String POOLER_REFUSES = "08P01";

    private final Dialect dialect;
    private final Connection connection;

    Settings(Dialect dialect, Connection connection) {
        this.dialect = dialect;
        this.connection = connection;
    }

    /** Sets what can be set, and refuses what cannot. */
    boolean makeDurable() throws SQLException {
        switch (dialect) {
            case H2 -> {
                // Always: H2 lists what was set before it was opened, and uses the default all the same.
                if (isH2File(connection)) {
                    execute("SET WRITE_DELAY 0");
                }
            }
            case SQLITE -> value("PRAGMA journal_mode = WAL");
            case POSTGRESQL, MARIADB -> {}
        }
        return requireDurable();
    }

    /** Always true; otherwise it throws {@link UnsafeSettingException}. */
    boolean requireDurable() throws SQLException {
        requireCommittedReads();
        switch (dialect) {
            case H2 -> requireH2();
            case SQLITE -> requireSqlite();
            case POSTGRESQL -> requirePostgresql();
            case MARIADB -> requireMariadb();
        }
        return true;
    }

    /** Of each physical connection, which may cost a round trip. PostgreSQL has no level that reads what may be undone. */
    void requireCommittedReads() throws SQLException {
        if (dialect != Dialect.POSTGRESQL
                && connection.getTransactionIsolation() == Connection.TRANSACTION_READ_UNCOMMITTED) {
            require(
                    "isolation",
                    "READ COMMITTED or higher",
                    level -> false,
                    "READ UNCOMMITTED",
                    "a read could tell what is undone afterwards");
        }
    }

    private void requireH2() throws SQLException {
        if (isH2File(connection)) {
            require(
                    "WRITE_DELAY",
                    "0",
                    "0"::equals,
                    writeDelay(),
                    "H2 writes what it acknowledged only after that time. Stet sets it, but H2 forgets it when the last"
                            + " connection is closed: use a pool that keeps one, or put DB_CLOSE_DELAY=-1 into the URL; and"
                            + " put no other WRITE_DELAY there");
        }
    }

    static boolean isH2File(Connection connection) throws SQLException {
        return !connection.getMetaData().getURL().startsWith("jdbc:h2:mem:");
    }

    private String writeDelay() throws SQLException {
        return findValue("SELECT MAX(CAST(SETTING_VALUE AS INTEGER)) FROM INFORMATION_SCHEMA.SETTINGS"
                        + " WHERE SETTING_NAME = 'WRITE_DELAY'")
                .orElse("the default, 500");
    }

    private void requireSqlite() throws SQLException {
        require(
                "journal_mode",
                "wal",
                "wal"::equalsIgnoreCase,
                value("PRAGMA journal_mode"),
                "readers and writers would wait for each other, and a database in memory is lost");
        require(
                "synchronous",
                "2 (FULL) or 3 (EXTRA)",
                level -> Integer.parseInt(level) >= SQLITE_FULL,
                value("PRAGMA synchronous"),
                "a power cut could take what was acknowledged");
        require(
                "busy_timeout",
                "some milliseconds",
                time -> !time.equals("0"),
                value("PRAGMA busy_timeout"),
                "a writer would fail at once where it only has to wait its turn");
    }

    private void requirePostgresql() throws SQLException {
        String why = "a crash could take what was acknowledged";
        requireOn("fsync", why);
        requireOn("full_page_writes", why);
        String level = value("SHOW synchronous_commit");
        if (value("SHOW synchronous_standby_names").isEmpty()) {
            require("synchronous_commit", "not off", found -> !found.equals("off"), level, why);
        } else {
            require(
                    "synchronous_commit",
                    "on or remote_apply",
                    Set.of("on", "remote_apply")::contains,
                    level,
                    "a standby that is promoted could miss what was acknowledged");
        }
        requireGoodPooler();
    }

    /** Where the server's process is not the one that the driver was told of, there is a pooler on the way to it. */
    private void requireGoodPooler() throws SQLException {
        Driver driver = new Driver(dialect);
        OptionalInt told = driver.number(connection, "getBackendPID");
        if (told.isEmpty() || value("SELECT pg_backend_pid()").equals(Integer.toString(told.getAsInt()))) {
            return;
        }
        require(
                "prepareThreshold",
                "0 where a pooler such as PgBouncer is on the way to PostgreSQL",
                "0"::equals,
                Integer.toString(
                        driver.number(connection, "getPrepareThreshold").orElse(0)),
                "a pooler may run each transaction on another server connection, where a statement that was prepared is not"
                        + " there, or is another one of that name. Put prepareThreshold=0 into the URL");
        require(
                "pool_mode of the pooler",
                "transaction or session",
                mode -> !mode.equals("statement"),
                spansStatements() ? "one of these" : "statement",
                "a change is one transaction of several statements");
    }

    private boolean spansStatements() throws SQLException {
        try {
            connection.setAutoCommit(false);
            value("SELECT 1");
            connection.commit();
            connection.setAutoCommit(true);
            return true;
        } catch (SQLException failure) {
            if (POOLER_REFUSES.equals(failure.getSQLState())) {
                return false;
            }
            throw failure;
        }
    }

    private void requireOn(String setting, String why) throws SQLException {
        require(setting, "on", "on"::equals, value("SHOW " + setting), why);
    }

    private void requireMariadb() throws SQLException {
        Map<String, String> found = variables();
        require(
                "innodb_flush_log_at_trx_commit",
                "1",
                "1"::equals,
                found.getOrDefault("innodb_flush_log_at_trx_commit", "unknown"),
                "a crash could take what was acknowledged");
        require(
                "sql_mode",
                "strict (STRICT_TRANS_TABLES or STRICT_ALL_TABLES)",
                mode -> mode.contains("STRICT"),
                found.getOrDefault("sql_mode", "unknown"),
                "what does not fit would be cut without a word");
        if (found.getOrDefault("wsrep_on", "OFF").equals("ON")) {
            require(
                    "wsrep_sync_wait",
                    "1 or another number with bit 1",
                    bits -> (Integer.parseInt(bits) & 1) == 1,
                    found.getOrDefault("wsrep_sync_wait", "0"),
                    "a read on another node could miss what was acknowledged");
        }
    }

    private Map<String, String> variables() throws SQLException {
        Map<String, String> variables = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW VARIABLES WHERE Variable_name IN"
                        + " ('innodb_flush_log_at_trx_commit', 'sql_mode', 'wsrep_on', 'wsrep_sync_wait')")) {
            while (rows.next()) {
                variables.put(rows.getString(1), rows.getString(2));
            }
        }
        return variables;
    }

    private static void require(String setting, String expected, Predicate<String> meets, String found, String why) {
        if (!meets.test(found)) {
            throw new UnsafeSettingException(setting, expected, found, why);
        }
    }

    private String value(String query) throws SQLException {
        return findValue(query).orElse("unknown");
    }

    private Optional<String> findValue(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
