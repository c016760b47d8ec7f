package dev.stet.storage.jdbc;

import dev.stet.storage.ContentionException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Whether changes go to a database one at a time. All but one of the engines see to themselves. H2 writes to its file what
 * other transactions have under way whenever one of them commits, and after a kill in that moment some of it stays: a change
 * is whole only while no other is being made. One process at a time can open the file, so that a lock in this process does.
 */
sealed interface Turns {
    /** As the engine takes them. */
    static Turns none() {
        return new AsTheyCome();
    }

    /** One at a time on the H2 database in the file that this URL names, whichever store makes them. */
    static Turns onH2(String url) {
        return OneByOne.TURNS.computeIfAbsent(url, file -> new OneByOne());
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

    /** To be called in turn before each change, on its connection. */
    void prepare(Connection connection);

    /** See {@link #none}. */
    record AsTheyCome() implements Turns {
        @Override
        public <R> R take(Deadline deadline, String doing, Supplier<R> change) {
            return change.get();
        }

        @Override
        public void prepare(Connection connection) {
            // Nothing to prepare.
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

        @Override
        public void prepare(Connection connection) {
            // Nothing to prepare.
        }
    }

    /** See {@link #onH2}. */
    final class OneByOne implements Turns {
        private static final ConcurrentMap<String, OneByOne> TURNS = new ConcurrentHashMap<>();

        private final Queue queue = new Queue();
        private final FirstSight unprepared = new FirstSight(new Driver(Dialect.H2), OneByOne::writeAtOnce);

        private OneByOne() {}

        @Override
        public <R> R take(Deadline deadline, String doing, Supplier<R> change) {
            return queue.take(deadline, doing, change);
        }

        /**
         * H2 forgets the setting when its last connection is closed, which pools may do at any time: so it is set on every
         * connection that is new.
         */
        @Override
        public void prepare(Connection connection) {
            try {
                unprepared.of(connection);
            } catch (SQLException failure) {
                throw Failures.changing(Dialect.H2, "making sure that H2 writes what it acknowledges", failure);
            }
        }

        private static void writeAtOnce(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET WRITE_DELAY 0");
            }
        }
    }
}
