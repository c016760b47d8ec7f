package dev.stet.storage.jdbc;

import dev.stet.storage.ContentionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Whether the changes of a store go to its database one at a time. All engines but one see to themselves. */
sealed interface Turns {
    /** As the engine takes them. */
    static Turns none() {
        return new AsTheyCome();
    }

    /**
     * As many writers of SQLite as there are, one at a time: it lets them wait by looking again and again, and whoever looks
     * at the right moment goes first. Those of other stores and processes wait that way.
     */
    static Turns ofWriters() {
        return new Queue();
    }

    /** Makes a change when its turn has come. To be called before a connection is taken, so that none is held while waiting. */
    <R> R take(Deadline deadline, String doing, Supplier<R> change);

    /** See {@link #none}. */
    record AsTheyCome() implements Turns {
        @Override
        public <R> R take(Deadline deadline, String doing, Supplier<R> change) {
            return change.get();
        }
    }

    /** See {@link #ofWriters}. */
    final class Queue implements Turns {
        private final Lock turn = new ReentrantLock(true);

        private Queue() {}

        @Override
        public <R> R take(Deadline deadline, String doing, Supplier<R> change) {
            await(deadline, doing);
            try {
                return change.get();
            } finally {
                turn.unlock();
            }
        }

        private void await(Deadline deadline, String doing) {
            try {
                if (!turn.tryLock(deadline.nanosLeft(), TimeUnit.NANOSECONDS)) {
                    throw new ContentionException(doing, "other changes of this database were in the way", null);
                }
            } catch (InterruptedException signal) {
                throw Failures.changing(Dialect.SQLITE, doing, signal);
            }
        }
    }
}
