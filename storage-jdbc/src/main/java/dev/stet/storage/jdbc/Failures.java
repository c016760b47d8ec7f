package dev.stet.storage.jdbc;

import dev.stet.error.StetException;
import dev.stet.storage.ContentionException;
import dev.stet.storage.InterruptedCallException;
import dev.stet.storage.OutcomeUnknownException;
import dev.stet.storage.StorageException;
import java.nio.channels.ClosedByInterruptException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Tells what a failure of the database means for who called: again, not at all, or nobody knows. */
final class Failures {
    private Failures() {}

    /** A failure with nothing to be undone. */
    static StetException reading(String doing, Throwable failure) {
        return isInterrupt(failure)
                ? new InterruptedCallException(doing, failure)
                : new StorageException("The database failed when " + doing + ": " + reason(failure), failure);
    }

    /** A failure before anything was committed. */
    static StetException reading(Dialect dialect, String doing, Throwable failure) {
        return isContention(dialect, failure) && !isInterrupt(failure)
                ? contention(doing, failure)
                : reading(doing, failure);
    }

    /** A failure of a change before it was committed. A key that is there already was given by another transaction. */
    static StetException changing(Dialect dialect, String doing, Throwable failure) {
        if (isInterrupt(failure)) {
            return new InterruptedCallException(doing, failure);
        }
        return isContention(dialect, failure) || isDuplicate(dialect, failure)
                ? contention(doing, failure)
                : new StorageException(
                        "The database failed when " + doing + ": " + reason(failure) + ". Nothing was changed.",
                        failure);
    }

    /** A failure of the commit itself. */
    static StetException committing(Dialect dialect, String doing, Throwable failure) {
        boolean interrupted = isInterrupt(failure);
        if (isContention(dialect, failure) || isDuplicate(dialect, failure)) {
            return interrupted ? new InterruptedCallException(doing, failure) : contention(doing, failure);
        }
        SQLException sql = sql(failure);
        if (sql != null && dialect.isRefusedCommit(sql)) {
            return new StorageException(
                    "The database refused to commit when " + doing + ": " + reason(failure) + ". Nothing was changed.",
                    failure);
        }
        return new OutcomeUnknownException(
                "The database was lost when " + doing + ", while it committed: " + reason(failure)
                        + ". Call again with the same request id to find out.",
                failure);
    }

    private static ContentionException contention(String doing, Throwable failure) {
        return new ContentionException(doing, "another transaction was in the way: " + reason(failure), failure);
    }

    /** Whether the calling thread was interrupted, by whatever is left of that; from then on it is marked as such. */
    private static boolean isInterrupt(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InterruptedException || cause instanceof ClosedByInterruptException) {
                Thread.currentThread().interrupt();
            }
        }
        return Thread.currentThread().isInterrupted();
    }

    private static boolean isContention(Dialect dialect, Throwable failure) {
        SQLException sql = sql(failure);
        return sql != null && dialect.isContention(sql);
    }

    static boolean isDuplicate(Dialect dialect, Throwable failure) {
        SQLException sql = sql(failure);
        return sql != null && dialect.isDuplicate(sql);
    }

    static boolean wouldWait(Dialect dialect, Throwable failure) {
        SQLException sql = sql(failure);
        return sql != null && dialect.wouldWait(sql);
    }

    private static @Nullable SQLException sql(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }

    private static String reason(Throwable failure) {
        SQLException sql = sql(failure);
        if (sql == null) {
            return failure.toString();
        }
        return sql.getSQLState() == null
                ? "" + sql.getMessage()
                : sql.getMessage() + " (SQLState " + sql.getSQLState() + ")";
    }
}
