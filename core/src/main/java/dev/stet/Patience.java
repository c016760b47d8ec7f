package dev.stet;

import dev.stet.ref.AgentKey;
import dev.stet.storage.ContentionException;
import dev.stet.storage.InterruptedCallException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** What one call has left of the time that it may last, and what was in its way. */
final class Patience {
    private static final long SHORTEST_PAUSE_NANOS = 20_000;
    private static final int MOST_DOUBLINGS = 9;
    private static final int ATTEMPTS_BESIDE_OTHERS = 2;

    private final AgentKey agent;
    private final long nanos;
    private final long began = System.nanoTime();
    private int attempts;
    private String obstacle = "other calls of this process were changing it";
    private @Nullable ContentionException failure;

    Patience(AgentKey agent, Duration budget) {
        this.agent = agent;
        this.nanos = TimeUnit.NANOSECONDS.convert(budget);
    }

    long nanosLeft() {
        return Math.max(0, nanos - (System.nanoTime() - began));
    }

    /** For the store, to which no time at all would be no attempt. */
    Duration left() {
        return Duration.ofNanos(Math.max(1, nanosLeft()));
    }

    void attempt() {
        attempts++;
    }

    /** Whether others were in the way of so many attempts that the next one shall keep them away. */
    boolean keepsOthersAway() {
        return attempts > ATTEMPTS_BESIDE_OTHERS;
    }

    boolean isOver() {
        return nanosLeft() == 0;
    }

    /** Somebody moved the head: as it stands, if nothing else is tried. */
    ContentionException moved() {
        obstacle = "others changed it meanwhile";
        failure = null;
        return exhausted();
    }

    /** The store gave way to somebody. */
    void gaveWay(ContentionException lost) {
        obstacle = lost.obstacle();
        failure = lost;
    }

    ContentionException exhausted() {
        Duration waited = Duration.ofNanos(System.nanoTime() - began);
        return new ContentionException(agent, waited, attempts, obstacle, failure);
    }

    void requireUninterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw interrupted(null);
        }
    }

    InterruptedCallException interrupted(@Nullable InterruptedException signal) {
        Thread.currentThread().interrupt();
        return new InterruptedCallException("changing agent " + agent, signal);
    }

    /** Doubling, from 20 µs to some 10 ms, anywhere in the upper half of that, so that losers do not meet again. */
    void pause() {
        long longest = SHORTEST_PAUSE_NANOS << Math.min(attempts - 1, MOST_DOUBLINGS);
        LockSupport.parkNanos(Math.min(nanosLeft(), ThreadLocalRandom.current().nextLong(longest / 2, longest)));
        requireUninterrupted();
    }
}
