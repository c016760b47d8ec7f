package dev.stet.storage.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/** How a database is set up to keep what it acknowledged: see {@link Durability#FULL}. */
final class Settings {
    private static final int SQLITE_FULL = 2;
    private static final String POOLER_REFUSES = "08P01";
    /**
     * Takes effect at once and ends no transaction. To be set on each new connection: H2 forgets it when its last connection
     * is closed, as pools do at any time, and lists it all the same when it is opened again.
     */
    private static final String H2_WRITES_AT_ONCE = "SET WRITE_DELAY 0";
    /** Of which it is known that they lose commits: all of 2.5 so far. */
    private static final String H2_FORGETFUL = "2.5.";
    /** The file system of H2 whose files survive the interrupt of a thread that uses them. */
    private static final String H2_CALM = "async:";

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
                if (isH2File(connection)) {
                    execute(H2_WRITES_AT_ONCE);
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
            case POSTGRESQL -> {
                requirePostgresql();
                requireGoodPooler();
            }
            case MARIADB -> requireMariadb();
        }
        return true;
    }

    /** As {@link #makeDurable}, of one session and in whatever transaction is open: by two statements at most. */
    void makeSessionDurable() throws SQLException {
        switch (dialect) {
            case H2 -> {
                if (isH2File(connection)) {
                    execute(H2_WRITES_AT_ONCE);
                }
            }
            case SQLITE -> requireSqliteSession();
            case POSTGRESQL -> requirePostgresql();
            case MARIADB -> requireMariadb();
        }
        requireCommittedReads();
    }

    /** PostgreSQL has no level that reads what may be undone. */
    private void requireCommittedReads() throws SQLException {
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
            requireRememberingH2();
            requireCalmH2();
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

    /** Of the server, where H2 runs in another process: the driver may be of another release. */
    private void requireRememberingH2() throws SQLException {
        String release = value("SELECT H2VERSION()");
        if (release.startsWith(H2_FORGETFUL)) {
            require(
                    "REUSE_SPACE",
                    "FALSE on H2 " + release,
                    "FALSE"::equalsIgnoreCase,
                    value("SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'REUSE_SPACE'"),
                    "this release loses what it acknowledged when it is killed, once a file is older than its RETENTION_TIME"
                            + " (45 seconds). Better use H2 2.4.240; with ;REUSE_SPACE=FALSE in the URL files only grow");
        }
    }

    /** In another process, threads of this one do not touch the file. */
    private void requireCalmH2() throws SQLException {
        String url = connection.getMetaData().getURL();
        if (!url.startsWith("jdbc:h2:tcp:") && !url.startsWith("jdbc:h2:ssl:")) {
            require(
                    "file system",
                    "async, as in jdbc:h2:async:FILE",
                    path -> path.contains(H2_CALM),
                    "that of " + value("SELECT DATABASE_PATH()"),
                    "the interrupt of one thread would close the file for all of them. The file stays as it is");
        }
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
        requireSqliteSession();
    }

    private void requireSqliteSession() throws SQLException {
        List<String> found = values("SELECT s.synchronous, b.timeout FROM pragma_synchronous s, pragma_busy_timeout b");
        require(
                "synchronous",
                "2 (FULL) or 3 (EXTRA)",
                level -> Integer.parseInt(level) >= SQLITE_FULL,
                found.get(0),
                "a power cut could take what was acknowledged");
        require(
                "busy_timeout",
                "some milliseconds",
                time -> !time.equals("0"),
                found.get(1),
                "a writer would fail at once where it only has to wait its turn");
    }

    private void requirePostgresql() throws SQLException {
        String why = "a crash could take what was acknowledged";
        List<String> found = values("SELECT current_setting('fsync'), current_setting('full_page_writes'),"
                + " current_setting('synchronous_commit'), current_setting('synchronous_standby_names')");
        require("fsync", "on", "on"::equals, found.get(0), why);
        require("full_page_writes", "on", "on"::equals, found.get(1), why);
        String level = found.get(2);
        if (found.get(3).isEmpty()) {
            require("synchronous_commit", "not off", mode -> !mode.equals("off"), level, why);
        } else {
            require(
                    "synchronous_commit",
                    "on or remote_apply",
                    Set.of("on", "remote_apply")::contains,
                    level,
                    "a standby that is promoted could miss what was acknowledged");
        }
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

    /** The columns of the one row of an answer. */
    private List<String> values(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            List<String> values = new ArrayList<>();
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                values.add(row.getString(column));
            }
            return values;
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
