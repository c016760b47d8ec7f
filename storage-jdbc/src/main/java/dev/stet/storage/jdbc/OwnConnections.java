package dev.stet.storage.jdbc;

import dev.stet.storage.ApplyResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Takes a connection from the host's data source for every call, and gives it back as it was. One inside a transaction of
 * somebody else's is given back at once: see {@link ForeignTransactions}.
 */
final class OwnConnections implements Connections {
    private final Jdbi jdbi;
    private final Dialect dialect;
    private final Turns turns;
    private final ForeignTransactions foreign;
    private final FirstSight firstSight;

    OwnConnections(Jdbi jdbi, Dialect dialect, Turns turns, ForeignTransactions foreign, FirstSight firstSight) {
        this.jdbi = jdbi;
        this.dialect = dialect;
        this.turns = turns;
        this.foreign = foreign;
        this.firstSight = firstSight;
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
            return work.apply(new Session(handle, dialect));
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
    public ApplyResult change(String doing, Function<Session, ApplyResult> work) {
        try {
            return turns.take(() -> onHandle(doing, handle -> {
                turns.prepare(handle.getConnection());
                return Transaction.around(
                        handle.getConnection(), dialect, doing, () -> work.apply(new Session(handle, dialect)));
            }));
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
