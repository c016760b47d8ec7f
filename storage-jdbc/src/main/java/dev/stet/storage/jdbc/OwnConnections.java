package dev.stet.storage.jdbc;

import dev.stet.storage.ApplyResult;
import dev.stet.storage.Changeset;
import dev.stet.storage.ContentionException;
import dev.stet.storage.Key;
import dev.stet.storage.OutsideTransactionException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Takes a connection from the host's data source for every call, and gives it back as it was. One inside a transaction of
 * somebody else's is given back at once: see {@link ForeignTransactions}.
 */
final class OwnConnections implements Connections {
    private static final Deadline NO_WAITING = new Deadline(0);
    /** How long to wait for what this thread itself may hold. */
    private static final Duration DOUBT = Duration.ofSeconds(1);

    private final Jdbi jdbi;
    private final Dialect dialect;
    private final Turns turns;
    private final ForeignTransactions foreign;
    private final FirstSight firstSight;
    private final JoinedChanges joined;

    OwnConnections(
            Jdbi jdbi,
            Dialect dialect,
            Turns turns,
            ForeignTransactions foreign,
            FirstSight firstSight,
            JoinedChanges joined) {
        this.jdbi = jdbi;
        this.dialect = dialect;
        this.turns = turns;
        this.foreign = foreign;
        this.firstSight = firstSight;
        this.joined = joined;
    }

    @Override
    public <R> R read(String doing, Function<Session, R> work) {
        try {
            return onHandle(doing, handle -> read(handle, work));
        } catch (JdbiException failure) {
            throw Failures.reading(dialect, doing, failure);
        }
    }

    /** With auto-commit off, a read begins a transaction, which nobody else would end. */
    private <R> R read(Handle handle, Function<Session, R> work) {
        try {
            return work.apply(Session.own(handle, dialect, NO_WAITING));
        } finally {
            endTransaction(handle.getConnection());
        }
    }

    private static void endTransaction(Connection connection) {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        } catch (SQLException failure) {
            Transaction.abort(connection, failure);
        }
    }

    @Override
    public ApplyResult change(Changeset changeset, Duration patience, Function<Session, ApplyResult> work) {
        String doing = "changing " + changeset.head();
        if (!joined.mayBeInTheWayOf(changeset)) {
            return change(doing, Deadline.in(patience), work, Transaction::isApplied);
        }
        try {
            Duration inDoubt = patience.compareTo(DOUBT) < 0 ? patience : DOUBT;
            return change(doing, Deadline.in(inDoubt), work, Transaction::isApplied);
        } catch (ContentionException lost) {
            throw new OutsideTransactionException(changeset.head(), lost);
        }
    }

    @Override
    public Optional<ApplyResult> changeAlone(
            Key head, Duration patience, Function<Session, Optional<ApplyResult>> work) {
        return change("changing " + head, Deadline.in(patience), work, Transaction::isApplied);
    }

    private <R> R change(String doing, Deadline deadline, Function<Session, R> work, Predicate<R> applied) {
        try {
            return turns.take(
                    deadline,
                    doing,
                    () -> onHandle(
                            doing,
                            handle -> Transaction.around(
                                    handle.getConnection(),
                                    dialect,
                                    doing,
                                    deadline,
                                    () -> work.apply(Session.own(handle, dialect, deadline)),
                                    applied)));
        } catch (JdbiException failure) {
            throw Failures.changing(dialect, doing, failure);
        }
    }

    /** What was read was read, and what was committed stays so, even if the connection cannot be given back. */
    private <R> R onHandle(String doing, Function<Handle, R> work) {
        Handle handle = open();
        try {
            foreign.refuse(doing, handle.getConnection());
            firstSight.of(handle.getConnection());
            return work.apply(handle);
        } catch (SQLException failure) {
            throw new ConnectionException(failure);
        } finally {
            giveBack(handle);
        }
    }

    /** Pools throw what they like where no connection can be had. */
    private Handle open() {
        try {
            return jdbi.open();
        } catch (JdbiException failure) {
            throw failure;
        } catch (RuntimeException failure) {
            throw new ConnectionException(failure);
        }
    }

    private static void giveBack(Handle handle) {
        try {
            handle.close();
        } catch (JdbiException notTakenBack) {
            // Whoever lent it has to see to that.
            return;
        }
    }
}
