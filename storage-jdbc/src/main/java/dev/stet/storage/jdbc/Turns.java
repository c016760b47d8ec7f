package dev.stet.storage.jdbc;

import dev.stet.storage.ContentionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Whether changes go to a database one at a time. Servers see to themselves. H2 writes to its file what other transactions have
 * under way whenever one of them commits, and after a kill in that moment some of it stays: a change is whole only while no
 * other is being made. One process at a time can open the file, so that a lock in this process does.
 */
sealed interface Turns {
    /** As the engine takes them. */
    static Turns none() {
        return new AsTheyCome();
    }

    /** One at a time on the H2 database in the file that this URL names, whichever store makes them. */
    static Turns onH2(String url) {
        return Queue.OF_H2.computeIfAbsent(url, file -> new Queue(Dialect.H2));
    }

    /**
     * As many writers of SQLite as there are, one at a time: it lets them wait by looking again and again, and whoever looks
     * at the right moment goes first. Those of other stores and processes wait that way.
     */
    static Turns ofWriters() {
        return new Queue(Dialect.SQLITE);
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

    /** See {@link #onH2} and {@link #ofWriters}. */
    final class Queue implements Turns {
        private static final ConcurrentMap<String, Queue> OF_H2 = new ConcurrentHashMap<>();

        private final Lock turn = new ReentrantLock(true);
        private final Dialect dialect;

        private Queue(Dialect dialect) {
            this.dialect = dialect;
        }

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
                throw Failures.changing(dialect, doing, signal);
            }
        }
    }
}
