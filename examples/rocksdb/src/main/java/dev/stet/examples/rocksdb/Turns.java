package dev.stet.examples.rocksdb;

import dev.stet.storage.ContentionException;
import dev.stet.storage.InterruptedCallException;
import dev.stet.storage.Key;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Who changes a head has it alone. Heads do not wait for each other, and one that nobody changes takes no place here. */
final class Turns {
    private final ConcurrentHashMap<Key, Turn> turns = new ConcurrentHashMap<>();

    private static final class Turn {
        private final ReentrantLock lock = new ReentrantLock();
        /** By how many threads; changed while the map keeps others from the entry. */
        private int wanted;
    }

    /**
     * Does something while nobody else has the head's turn.
     *
     * @throws ContentionException when others had it for all that time
     * @throws InterruptedCallException when the thread was interrupted while it waited
     */
    <T> T take(Key head, Duration patience, Supplier<T> work) {
        Turn turn = turns.compute(head, (key, known) -> wanted(known == null ? new Turn() : known));
        try {
            await(turn.lock, "changing " + head, patience);
            try {
                return work.get();
            } finally {
                turn.lock.unlock();
            }
        } finally {
            turns.computeIfPresent(head, (key, known) -> --known.wanted == 0 ? null : known);
        }
    }

    private static Turn wanted(Turn turn) {
        turn.wanted++;
        return turn;
    }

    private static void await(ReentrantLock lock, String doing, Duration patience) {
        try {
            if (!lock.tryLock() && !lock.tryLock(TimeUnit.NANOSECONDS.convert(patience), TimeUnit.NANOSECONDS)) {
                throw new ContentionException(doing, "another change of it was under way", null);
            }
        } catch (InterruptedException signal) {
            Thread.currentThread().interrupt();
            throw new InterruptedCallException(doing, signal);
        }
    }
}
