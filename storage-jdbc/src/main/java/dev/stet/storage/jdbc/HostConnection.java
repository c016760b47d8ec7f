package dev.stet.storage.jdbc;

import dev.stet.storage.ApplyResult;
import dev.stet.storage.Changeset;
import dev.stet.storage.Key;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Works on a connection of the host's. In a transaction of the host's it begins and ends none; where none is open and
 * auto-commit is on, each change is one of its own.
 */
final class HostConnection implements Connections {
    private static final String BEFORE = "stet_before_change";

    private final Handle handle;
    private final Dialect dialect;
    private final OpenTransaction openTransaction;
    private final FirstSight firstSight;
    private final JoinedChanges joined;

    HostConnection(
            Handle handle,
            Dialect dialect,
            OpenTransaction openTransaction,
            FirstSight firstSight,
            JoinedChanges joined) {
        this.handle = handle;
        this.dialect = dialect;
        this.openTransaction = openTransaction;
        this.firstSight = firstSight;
        this.joined = joined;
    }

    @Override
    public <R> R read(String doing, Function<Session, R> work) {
        try {
            firstSight.of(handle.getConnection());
            return work.apply(Session.own(handle, dialect, new Deadline(0)));
        } catch (SQLException | JdbiException failure) {
            throw Failures.reading(dialect, doing, failure);
        }
    }

    @Override
    public ApplyResult change(Changeset changeset, Duration patience, Function<Session, ApplyResult> work) {
        ApplyResult result = change(changeset.head(), patience, work, Transaction::isApplied);
        if (result instanceof ApplyResult.Applied) {
            joined.add(changeset, handle.getConnection());
        }
        return result;
    }

    @Override
    public Optional<ApplyResult> changeAlone(
            Key head, Duration patience, Function<Session, Optional<ApplyResult>> work) {
        return change(head, patience, work, Transaction::isApplied);
    }

    private <R> R change(Key head, Duration patience, Function<Session, R> work, Predicate<R> applied) {
        String doing = "changing " + head;
        Deadline deadline = Deadline.in(patience);
        Connection connection = handle.getConnection();
        try {
            firstSight.of(connection);
            // With auto-commit on, the host may have begun one by a statement, or a global one.
            if (connection.getAutoCommit() && !openTransaction.on(connection).orElse(false)) {
                Session session = Session.own(handle, dialect, deadline);
                return Transaction.around(connection, dialect, doing, deadline, () -> work.apply(session), applied);
            }
            return LockTimeout.until(deadline, connection, dialect, () -> changed(connection, doing, deadline, work));
        } catch (SQLException failure) {
            throw Failures.changing(dialect, doing, failure);
        }
    }

    private <R> R changed(Connection connection, String doing, Deadline deadline, Function<Session, R> work) {
        Session session = Session.within(handle, dialect, deadline);
        try {
            return dialect.failureEndsTransaction()
                    ? wholeOrEnded(connection, session, work)
                    : wholeOrNot(connection, session, work);
        } catch (SQLException | JdbiException failure) {
            throw Failures.changing(dialect, doing, failure);
        }
    }

    /** A host that goes on after a failure and commits must not commit half a change. */
    private static <R> R wholeOrNot(Connection connection, Session session, Function<Session, R> work)
            throws SQLException {
        // By statements: not all drivers set a savepoint in a transaction that was begun by one.
        execute(connection, "SAVEPOINT " + BEFORE);
        R result;
        try {
            result = work.apply(session);
        } catch (RuntimeException | Error failure) {
            undo(connection, failure);
            throw failure;
        }
        release(connection);
        return result;
    }

    /** Where that fails, the database has undone the whole transaction already. */
    private static void undo(Connection connection, Throwable failure) {
        try {
            execute(connection, "ROLLBACK TO SAVEPOINT " + BEFORE);
        } catch (SQLException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }

    /** Where that fails, the change is in the transaction nevertheless, and the end of that decides. */
    private static void release(Connection connection) {
        try {
            execute(connection, "RELEASE SAVEPOINT " + BEFORE);
        } catch (SQLException stillSet) {
            // The end of the transaction releases it.
            return;
        }
    }

    /** Without a savepoint: after a failure the transaction must not be fit to be committed. */
    private static <R> R wholeOrEnded(Connection connection, Session session, Function<Session, R> work) {
        try {
            R result = work.apply(session);
            session.putBack();
            return result;
        } catch (RuntimeException | Error failure) {
            spoil(connection, failure);
            throw failure;
        }
    }

    /** As a rule the database has done so itself; not where it was the driver or this process that failed. */
    private static void spoil(Connection connection, Throwable failure) {
        try {
            execute(connection, "ROLLBACK TO SAVEPOINT stet_to_fail");
        } catch (SQLException intended) {
            failure.addSuppressed(intended);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
