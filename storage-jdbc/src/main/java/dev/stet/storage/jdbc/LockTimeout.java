package dev.stet.storage.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;

/**
 * How long a session waits for a lock, where that is a setting of the session: lowered for one change, and put back after it.
 * Elsewhere {@link Session} sees to each statement that may have to wait.
 */
final class LockTimeout {
    private final Connection connection;
    private final Dialect dialect;

    private LockTimeout(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** Makes a change that waits for locks no longer than until then, where its first statement cannot be told that. */
    static <R> R until(Deadline deadline, Connection connection, Dialect dialect, Supplier<R> change)
            throws SQLException {
        return dialect.readLockTimeout().isEmpty() || dialect.lockingAtOnce().isPresent()
                ? change.get()
                : lowered(deadline, connection, dialect, change);
    }

    static <R> R lowered(Deadline deadline, Connection connection, Dialect dialect, Supplier<R> change)
            throws SQLException {
        return new LockTimeout(connection, dialect).during(deadline, change);
    }

    private <R> R during(Deadline deadline, Supplier<R> change) throws SQLException {
        long before = read();
        long during = dialect.lockTimeout(before, deadline.millisLeft());
        if (during == before) {
            return change.get();
        }
        try {
            // What fails may have taken effect all the same.
            set(during);
            return change.get();
        } finally {
            putBack(before);
        }
    }

    private long read() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(dialect.readLockTimeout().orElseThrow())) {
            row.next();
            return row.getLong(1);
        }
    }

    private void set(long millis) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(dialect.setLockTimeout(millis));
        }
    }

    /** What was changed stays so, whatever becomes of this: it is tried twice, and then the connection is of no use to anybody. */
    private void putBack(long millis) {
        try {
            set(millis);
        } catch (SQLException | RuntimeException | Error failure) {
            try {
                set(millis);
            } catch (SQLException again) {
                failure.addSuppressed(again);
                Transaction.abort(connection, failure);
            }
        }
    }
}
