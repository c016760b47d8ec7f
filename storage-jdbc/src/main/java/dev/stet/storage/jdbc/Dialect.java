package dev.stet.storage.jdbc;

import dev.stet.storage.Column;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * The databases whose ways Stet knows. All SQL is the same but for what is listed here, and the words of the DDL.
 *
 * <p>A cluster that speaks the protocol of one of them is reached under that one's name.
 */
public enum Dialect {
    /** H2 2.x, in a file or in memory. */
    H2(
            "H2",
            "MERGE INTO {table} ({columns}) KEY ({key}) VALUES ({values})",
            // By counting: H2 2.4.240 remembers what it once found to exist, whatever was inserted since.
            "INSERT INTO {table} ({columns}) SELECT {values} WHERE (SELECT COUNT(*) FROM {table} WHERE {is key}) = 0",
            "LOCATE(?, {column}) > 0"),
    /** SQLite 3.43 or later, in a file. */
    SQLITE("SQLite", On.CONFLICT_UPDATE, On.CONFLICT_NOTHING, "INSTR({column}, ?) > 0"),
    /** PostgreSQL 12 or later. */
    POSTGRESQL("PostgreSQL", On.CONFLICT_UPDATE, On.CONFLICT_NOTHING, "STRPOS({column}, ?) > 0"),
    /** MariaDB 10.8 or later. */
    MARIADB(
            "MariaDB",
            On.INSERT + " ON DUPLICATE KEY UPDATE {from values}",
            "INSERT IGNORE INTO {table} ({columns}) VALUES ({values})",
            "LOCATE(?, {column}) > 0");

    private static final int SQLITE_BUSY = 5;
    private static final int SQLITE_LOCKED = 6;
    private static final int SQLITE_READ_ONLY = 8;
    private static final int SQLITE_CONSTRAINT = 19;
    private static final int SQLITE_PRIMARY_CODE = 0xff;
    private static final int H2_LOCK_TIMEOUT = 50200;
    private static final int H2_MOST_IN_ROW = 1 << 20;
    private static final int H2_NOT_ENOUGH_RIGHTS = 90096;
    private static final int H2_CONCURRENT_UPDATE = 90131;
    private static final int MARIADB_DATABASE_ACCESS_DENIED = 1044;
    private static final int MARIADB_TABLE_ACCESS_DENIED = 1142;
    private static final int MARIADB_LOCK_WAIT_TIMEOUT = 1205;
    private static final int MARIADB_STATEMENT_TIMEOUT = 1969;
    private static final int MARIADB_DEADLOCK = 1213;
    private static final int MARIADB_RECORD_CHANGED = 1020;
    private static final int MARIADB_DUPLICATE = 1062;
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    /** Class 40: serialization failure, deadlock. */
    private static final String TRANSACTION_ROLLED_BACK = "40";
    /** The one of that class that says that nobody knows. */
    private static final String COMPLETION_UNKNOWN = "40003";

    /** Data, integrity, triggered change, routines, access, check option, SIGNAL and RAISE: of a statement that failed. */
    private static final List<String> REFUSED_CLASSES = List.of("22", "23", "27", "38", "39", "42", "44", "45", "P0");

    private static final String FAILED_TRANSACTION = "25P02";
    private static final String QUERY_CANCELED = "57014";
    private static final String WARNING = "01";
    private static final String SYNC_REP_WAIT = "SyncRepWaitForLSN";

    private final String product;
    private final String upsert;
    private final String insertIfAbsent;
    private final String contains;

    Dialect(String product, String upsert, String insertIfAbsent, String contains) {
        this.product = product;
        this.upsert = upsert;
        this.insertIfAbsent = insertIfAbsent;
        this.contains = contains;
    }

    /**
     * The dialect of a connection's database, by the product name that its driver reports.
     *
     * @throws UnknownDatabaseException when it is none of these
     */
    public static Dialect of(Connection connection) {
        try {
            DatabaseMetaData database = connection.getMetaData();
            return of(database.getDatabaseProductName(), database.getDatabaseProductVersion());
        } catch (SQLException failure) {
            throw Failures.reading("asking which database this is", failure);
        }
    }

    static Dialect of(String found, String version) {
        // A driver of MySQL reports MariaDB as MySQL; the version still tells.
        String name = version.toLowerCase(Locale.ROOT).contains("mariadb") ? "MariaDB" : found;
        return Arrays.stream(values())
                .filter(dialect -> dialect.product.equals(name))
                .findFirst()
                .orElseThrow(() -> new UnknownDatabaseException(found + " " + version, known()));
    }

    private static String known() {
        return Arrays.stream(values()).map(Dialect::name).collect(Collectors.joining(", "));
    }

    /** What its makers call it. */
    String product() {
        return product;
    }

    /** The pattern of a statement that adds a row or replaces the one with its key. */
    String upsert() {
        return upsert;
    }

    /** The pattern of a statement that adds a row unless there is one with its key; its update count tells. */
    String insertIfAbsent() {
        return insertIfAbsent;
    }

    /** The pattern of a condition: the text of a column has a text in it. */
    String contains() {
        return contains;
    }

    /** The type of a hash. */
    String hashType() {
        return switch (this) {
            case H2, MARIADB -> "BINARY(32)";
            case SQLITE -> "BLOB";
            case POSTGRESQL -> "BYTEA";
        };
    }

    /** An expression as a value of a column's type, where nothing else tells what it is. */
    String cast(String expression, Column column) {
        String type = switch (column.type()) {
            case TEXT ->
                switch (this) {
                    case H2 -> "VARCHAR_CASESENSITIVE";
                    case SQLITE, POSTGRESQL -> "TEXT";
                    case MARIADB -> "CHAR" + length(column);
                };
            case NUMBER -> this == MARIADB ? "SIGNED" : "BIGINT";
            case FLAG -> this == MARIADB ? "SIGNED" : "BOOLEAN";
            case HASH -> hashType();
            case BYTES ->
                switch (this) {
                    case H2 -> "VARBINARY";
                    case SQLITE -> "BLOB";
                    case POSTGRESQL -> "BYTEA";
                    case MARIADB -> "BINARY" + length(column);
                };
        };
        boolean collated = this == POSTGRESQL && column.type() == Column.Type.TEXT;
        return "CAST(" + expression + " AS " + type + ")" + (collated ? " COLLATE " + quoted(binaryCollation()) : "");
    }

    private static String length(Column column) {
        return column.limit().isPresent() ? "(" + column.limit().getAsInt() + ")" : "";
    }

    /**
     * How many bytes a value may have to be kept in its row, where a longer one has to be kept apart: H2 keeps a large object
     * beside the row, which makes each value dearer, and nothing longer than this in the row.
     */
    OptionalInt mostInRow() {
        return this == H2 ? OptionalInt.of(H2_MOST_IN_ROW) : OptionalInt.empty();
    }

    /** Whether an index is read in the direction that is not its own, too. */
    boolean readsBackwards() {
        return this != H2;
    }

    /** Whether an index may be of some rows only. */
    boolean indexesPartly() {
        return this == SQLITE || this == POSTGRESQL;
    }

    /** Whether the driver compiles a statement anew each time it is prepared, or soon again. */
    boolean preparesAnew() {
        return this == H2 || this == SQLITE;
    }

    /**
     * What begins a transaction on a connection with auto-commit on, where switching that off does not do. SQLite has to
     * take its write lock at once: a transaction that began by reading fails when another one wrote in between, whatever
     * it is willing to wait. With MariaDB it saves two round trips.
     */
    Optional<String> begin() {
        return switch (this) {
            case SQLITE -> Optional.of("BEGIN IMMEDIATE");
            case MARIADB -> Optional.of("START TRANSACTION");
            case H2, POSTGRESQL -> Optional.empty();
        };
    }

    /**
     * What goes before a statement with the time that it may wait for a lock, in milliseconds, as the first parameter. Costs
     * no round trip. On PostgreSQL it holds until the end of the transaction, and is a query that tells how it was before.
     */
    Optional<String> waitingNoLongerThan() {
        return switch (this) {
            case POSTGRESQL ->
                Optional.of(
                        "SELECT current_setting('lock_timeout'), set_config('lock_timeout', CAST(? AS TEXT), TRUE); ");
            case MARIADB -> Optional.of("SET STATEMENT max_statement_time = ? / 1000 FOR ");
            case H2, SQLITE -> Optional.empty();
        };
    }

    /** Asks how long the session waits for a lock, in milliseconds, where it has to be told that. */
    Optional<String> readLockTimeout() {
        return switch (this) {
            case H2 -> Optional.of("SELECT LOCK_TIMEOUT()");
            case SQLITE -> Optional.of("PRAGMA busy_timeout");
            case POSTGRESQL, MARIADB -> Optional.empty();
        };
    }

    /** Tells the session how long to wait for a lock. */
    String setLockTimeout(long millis) {
        return switch (this) {
            case H2 -> "SET LOCK_TIMEOUT " + millis;
            case SQLITE -> "PRAGMA busy_timeout = " + millis;
            case POSTGRESQL, MARIADB -> throw new IllegalStateException(this + " tells each statement");
        };
    }

    /**
     * How long to let the session wait of what is left. H2 forgets an interrupt that comes while it waits, so it waits as shortly
     * as it can, which is not 0 ({@code TransactionStore} takes that for two seconds): {@link Session} looks again instead.
     */
    long lockTimeout(long before, long millisLeft) {
        return this == H2 ? 1 : Math.min(before, millisLeft);
    }

    /**
     * What makes a query lock the rows that it finds, or fail at once. H2 compiles all statements of a database again after its
     * session was told how long to wait, so that what can be locked first is.
     */
    Optional<String> lockingAtOnce() {
        return this == H2 ? Optional.of(" FOR UPDATE NOWAIT") : Optional.empty();
    }

    /** Whether a statement failed because it would have had to wait, and may be tried again in the same transaction. */
    boolean wouldWait(SQLException failure) {
        return this == H2 && failure.getErrorCode() == H2_LOCK_TIMEOUT;
    }

    /** Whether a driver takes several statements with parameters, joined by semicolons, in one round trip. */
    boolean takesStatementsTogether() {
        return this == POSTGRESQL;
    }

    /** Whether a statement that failed leaves a transaction in which nothing can be done any more but to roll it back. */
    boolean failureEndsTransaction() {
        return this == POSTGRESQL;
    }

    /**
     * Whether a warning at a commit says that it was not waited for to its end. PostgreSQL warns so where waiting for a
     * synchronous standby was cancelled; it translates the text, but not the name of the function that warns. Triggers that
     * run at the commit may warn as well, of what they like.
     */
    boolean saysNotWaitedFor(SQLWarning warning) {
        return this == POSTGRESQL
                && Driver.postgresqlRoutine(warning)
                        .map(SYNC_REP_WAIT::equals)
                        .orElseGet(() -> state(warning).startsWith(WARNING));
    }

    boolean hasSchemas() {
        return this != SQLITE;
    }

    /** The collation that compares texts byte by byte, without padding them, by the name that the catalog has for it. */
    String binaryCollation() {
        return switch (this) {
            case H2 -> "OFF";
            case SQLITE -> "BINARY";
            case POSTGRESQL -> "C";
            case MARIADB -> "utf8mb4_nopad_bin";
        };
    }

    /** A name between quotes, which stands for that name and no other. */
    String quoted(String name) {
        String quote = this == MARIADB ? "`" : "\"";
        return quote + name.replace(quote, quote + quote) + quote;
    }

    /** Whether a statement failed because this user, or this connection, may not do such a thing. */
    boolean isForbidden(SQLException failure) {
        int code = failure.getErrorCode();
        return switch (this) {
            case H2 -> code == H2_NOT_ENOUGH_RIGHTS;
            case SQLITE -> (code & SQLITE_PRIMARY_CODE) == SQLITE_READ_ONLY;
            case POSTGRESQL -> state(failure).equals(INSUFFICIENT_PRIVILEGE);
            case MARIADB -> code == MARIADB_DATABASE_ACCESS_DENIED || code == MARIADB_TABLE_ACCESS_DENIED;
        };
    }

    /** Whether a statement failed because another transaction was in its way: all of it has to be done again. */
    boolean isContention(SQLException failure) {
        String state = state(failure);
        if (state.equals(LOCK_NOT_AVAILABLE)
                || (state.startsWith(TRANSACTION_ROLLED_BACK) && !state.equals(COMPLETION_UNKNOWN))) {
            return true;
        }
        int code = failure.getErrorCode();
        return switch (this) {
            case H2 -> code == H2_LOCK_TIMEOUT || code == H2_CONCURRENT_UPDATE;
            case SQLITE -> (code & SQLITE_PRIMARY_CODE) == SQLITE_BUSY || (code & SQLITE_PRIMARY_CODE) == SQLITE_LOCKED;
            case MARIADB ->
                code == MARIADB_LOCK_WAIT_TIMEOUT
                        || code == MARIADB_STATEMENT_TIMEOUT
                        || code == MARIADB_DEADLOCK
                        || code == MARIADB_RECORD_CHANGED;
            case POSTGRESQL -> false;
        };
    }

    /**
     * Whether a failure at a commit is the database's word that it rolled back: a constraint or a trigger that was deferred
     * to the commit did not hold.
     */
    boolean isRefusedCommit(SQLException failure) {
        String state = state(failure);
        return switch (this) {
            case SQLITE -> (failure.getErrorCode() & SQLITE_PRIMARY_CODE) == SQLITE_CONSTRAINT;
            case POSTGRESQL ->
                REFUSED_CLASSES.stream().anyMatch(state::startsWith)
                        || state.equals(FAILED_TRANSACTION)
                        || state.equals(QUERY_CANCELED);
            case H2, MARIADB -> REFUSED_CLASSES.stream().anyMatch(state::startsWith);
        };
    }

    /** Whether a statement failed because a row with that key is there already. */
    boolean isDuplicate(SQLException failure) {
        return switch (this) {
            case H2, POSTGRESQL -> state(failure).equals(UNIQUE_VIOLATION);
            // One code for all constraints; its text is never translated.
            case SQLITE ->
                (failure.getErrorCode() & SQLITE_PRIMARY_CODE) == SQLITE_CONSTRAINT
                        && String.valueOf(failure.getMessage()).contains("UNIQUE constraint failed");
            case MARIADB -> failure.getErrorCode() == MARIADB_DUPLICATE;
        };
    }

    private static String state(SQLException failure) {
        String state = failure.getSQLState();
        return state == null ? "" : state;
    }

    /** Patterns that several dialects share. */
    private static final class On {
        static final String INSERT = "INSERT INTO {table} ({columns}) VALUES ({values})";
        static final String CONFLICT_UPDATE = INSERT + " ON CONFLICT ({key}) DO UPDATE SET {from excluded}";
        static final String CONFLICT_NOTHING = INSERT + " ON CONFLICT DO NOTHING";

        private On() {}
    }
}
