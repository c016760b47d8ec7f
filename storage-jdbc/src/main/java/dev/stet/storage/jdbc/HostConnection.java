package dev.stet.storage.jdbc;

import dev.stet.storage.ApplyResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Works on a connection of the host's. In a transaction of the host's it begins and ends none; with auto-commit on there
 * is none, and each change is one of its own.
 */
final class HostConnection implements Connections {
    private final Handle handle;
    private final Dialect dialect;

    HostConnection(Handle handle, Dialect dialect) {
        this.handle = handle;
        this.dialect = dialect;
    }

    @Override
    public <R> R read(String doing, Function<Session, R> work) {
        try {
            return work.apply(new Session(handle, dialect));
        } catch (JdbiException failure) {
            throw Failures.reading(dialect, doing, failure);
        }
    }

    @Override
    public ApplyResult change(String doing, Function<Session, ApplyResult> work) {
        Connection connection = handle.getConnection();
        Session session = new Session(handle, dialect);
        try {
            if (connection.getAutoCommit()) {
                return Transaction.around(connection, dialect, doing, () -> work.apply(session));
            }
            return dialect.failureEndsTransaction()
                    ? wholeOrEnded(connection, session, work)
                    : wholeOrNot(connection, session, work);
        } catch (SQLException | JdbiException failure) {
            throw Failures.changing(dialect, doing, failure);
        }
    }

    /** A host that goes on after a failure and commits must not commit half a change. */
    private static ApplyResult wholeOrNot(Connection connection, Session session, Function<Session, ApplyResult> work)
            throws SQLException {
        Savepoint before = connection.setSavepoint();
        ApplyResult result;
        try {
            result = work.apply(session);
        } catch (RuntimeException | Error failure) {
            undo(connection, before, failure);
            throw failure;
        }
        release(connection, before);
        return result;
    }

    /** Where that fails, the database has undone the whole transaction already. */
    private static void undo(Connection connection, Savepoint before, Throwable failure) {
        try {
            connection.rollback(before);
        } catch (SQLException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }

    /** Where that fails, the change is in the transaction nevertheless, and the end of that decides. */
    private static void release(Connection connection, Savepoint before) {
        try {
            connection.releaseSavepoint(before);
        } catch (SQLException stillSet) {
            // The end of the transaction releases it.
            return;
        }
    }

    /** Without a savepoint: after a failure the transaction must not be fit to be committed. */
    private static ApplyResult wholeOrEnded(
            Connection connection, Session session, Function<Session, ApplyResult> work) {
        try {
            return work.apply(session);
        } catch (RuntimeException | Error failure) {
            spoil(connection, failure);
            throw failure;
        }
    }

    /** As a rule the database has done so itself; not where it was the driver or this process that failed. */
    private static void spoil(Connection connection, Throwable failure) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK TO SAVEPOINT stet_to_fail");
        } catch (SQLException intended) {
            failure.addSuppressed(intended);
        }
    }
}
