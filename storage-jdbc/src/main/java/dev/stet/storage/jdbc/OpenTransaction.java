package dev.stet.storage.jdbc;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** Whether a transaction is open on a connection, as its driver or an engine in this process knows: without a round trip. */
final class OpenTransaction {
    private static final int MARIADB_IN_TRANSACTION = 1;
    private static final int SQLITE_PRIMARY_CODE = 0xff;
    private static final int SQLITE_ERROR = 1;
    private static final int SQLITE_LOCKED = 6;

    private final Dialect dialect;
    private final Driver driver;

    OpenTransaction(Dialect dialect, Driver driver) {
        this.dialect = dialect;
        this.driver = driver;
    }

    /** Whether one is open that a rollback would undo; empty where nobody tells. */
    Optional<Boolean> on(Connection lent) throws SQLException {
        Optional<Class<? extends Connection>> type = driver.type(lent);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        Connection connection = lent.unwrap(type.get());
        boolean autoCommit = connection.getAutoCommit();
        if (dialect == Dialect.SQLITE) {
            return Optional.of(autoCommit ? !sqliteCanBegin(connection) : sqliteIsInUse(connection));
        }
        return told(type.get(), connection, autoCommit);
    }

    private Optional<Boolean> told(Class<?> type, Connection connection, boolean autoCommit) {
        try {
            return Optional.of(
                    switch (dialect) {
                        case POSTGRESQL ->
                            !String.valueOf(Driver.ask(type, connection, "getTransactionState"))
                                    .equals("IDLE");
                        case MARIADB -> mariadbIsOpen(type, connection);
                        // H2 switches auto-commit off where a statement begins a transaction.
                        case H2 -> !autoCommit && h2IsOpen(type, connection);
                        case SQLITE -> throw new IllegalStateException("SQLite is asked by a statement");
                    });
        } catch (ReflectiveOperationException otherRelease) {
            return Optional.empty();
        }
    }

    private static boolean mariadbIsOpen(Class<?> type, Connection connection) throws ReflectiveOperationException {
        Method context = type.getMethod("getContext");
        int status = (Integer) Driver.ask(context.getReturnType(), context.invoke(connection), "getServerStatus");
        return (status & MARIADB_IN_TRANSACTION) != 0;
    }

    private static boolean h2IsOpen(Class<?> type, Connection connection) throws ReflectiveOperationException {
        Method session = type.getMethod("getSession");
        return (Boolean) Driver.ask(session.getReturnType(), session.invoke(connection), "hasPendingTransaction");
    }

    /** There is never one inside another. */
    private static boolean sqliteCanBegin(Connection connection) throws SQLException {
        if (sqliteFails(connection, "BEGIN", SQLITE_ERROR)) {
            return false;
        }
        sqliteFails(connection, "ROLLBACK", SQLITE_ERROR);
        return true;
    }

    /**
     * With auto-commit off, SQLite's driver has always begun one, which may not have read anything yet. From inside one that
     * has, SQLite does not look at its log. Releases before 3.51 copy the log into the database where it does look.
     */
    private static boolean sqliteIsInUse(Connection connection) throws SQLException {
        return sqliteFails(connection, "PRAGMA wal_checkpoint(NOOP)", SQLITE_LOCKED);
    }

    private static boolean sqliteFails(Connection connection, String sql, int expected) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return false;
        } catch (SQLException failure) {
            if ((failure.getErrorCode() & SQLITE_PRIMARY_CODE) == expected) {
                return true;
            }
            throw failure;
        }
    }
}
