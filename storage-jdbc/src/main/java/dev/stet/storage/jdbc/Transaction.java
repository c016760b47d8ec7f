package dev.stet.storage.jdbc;

import dev.stet.error.StetException;
import dev.stet.storage.ApplyResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** One transaction of the store's own, on a connection on which none is open. Leaves auto-commit as it was. */
final class Transaction {
    private final Connection connection;
    private final Dialect dialect;
    private final String doing;
    private final boolean autoCommit;
    private boolean begun;

    private Transaction(Connection connection, Dialect dialect, String doing) throws SQLException {
        this.connection = connection;
        this.dialect = dialect;
        this.doing = doing;
        this.autoCommit = connection.getAutoCommit();
    }

    /**
     * Does some work; commits what it applied, and rolls back everything else.
     *
     * @param applied whether the work came to something that is to stay
     */
    static <R> R around(
            Connection connection,
            Dialect dialect,
            String doing,
            Deadline deadline,
            Supplier<R> work,
            Predicate<R> applied) {
        try {
            Transaction transaction = new Transaction(connection, dialect, doing);
            return LockTimeout.until(deadline, connection, dialect, () -> transaction.run(work, applied));
        } catch (SQLException failure) {
            throw Failures.changing(dialect, doing, failure);
        }
    }

    static boolean isApplied(ApplyResult result) {
        return result instanceof ApplyResult.Applied;
    }

    static boolean isApplied(Optional<ApplyResult> result) {
        return result.filter(Transaction::isApplied).isPresent();
    }

    private <R> R run(Supplier<R> work, Predicate<R> applied) {
        R result;
        boolean stays;
        try {
            begin();
            result = work.get();
            stays = applied.test(result);
            if (!stays) {
                rollBack();
            }
        } catch (StetException | IllegalArgumentException refusal) {
            abandon(refusal);
            throw refusal;
        } catch (SQLException | RuntimeException failure) {
            abandon(failure);
            throw Failures.changing(dialect, doing, failure);
        } catch (Error failure) {
            abandon(failure);
            throw failure;
        }
        if (stays) {
            commit();
        }
        leave();
        return result;
    }

    private void begin() throws SQLException {
        if (dialect.begin().isPresent()) {
            switchAutoCommit(true);
            execute(dialect.begin().get());
        } else {
            switchAutoCommit(false);
        }
        begun = true;
    }

    private void commit() {
        try {
            if (dialect.begin().isPresent()) {
                execute("COMMIT");
            } else {
                connection.clearWarnings();
                connection.commit();
                requireWaitedFor();
            }
        } catch (SQLException | RuntimeException failure) {
            abandon(failure);
            throw Failures.committing(dialect, doing, failure);
        } catch (Error failure) {
            abandon(failure);
            throw failure;
        }
    }

    private void requireWaitedFor() throws SQLException {
        for (SQLWarning warning = connection.getWarnings(); warning != null; warning = warning.getNextWarning()) {
            if (dialect.saysNotWaitedFor(warning)) {
                throw warning;
            }
        }
    }

    /** With auto-commit on, a transaction was begun by a statement, if at all, and only a statement ends it. */
    private void rollBack() throws SQLException {
        if (connection.getAutoCommit()) {
            execute("ROLLBACK");
        } else {
            connection.rollback();
        }
    }

    /** After a failure: nothing of this transaction may be left open on a connection that others will use. */
    private void abandon(Throwable failure) {
        try {
            rollBack();
        } catch (SQLException alsoFailed) {
            failure.addSuppressed(alsoFailed);
            if (begun) {
                abort(connection, failure);
                return;
            }
        }
        leave();
    }

    /** After the end: what was committed stays so, whatever becomes of the connection. */
    private void leave() {
        try {
            switchAutoCommit(autoCommit);
        } catch (SQLException failure) {
            abort(connection, failure);
        }
    }

    /** A connection that cannot be brought into order is good for nobody. */
    static void abort(Connection connection, Throwable failure) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }

    private void switchAutoCommit(boolean wanted) throws SQLException {
        if (connection.getAutoCommit() != wanted) {
            connection.setAutoCommit(wanted);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
