package dev.stet.storage.jdbc;

import java.time.Duration;

/** Until when a change may wait for others, by {@link System#nanoTime}. */
record Deadline(long nanoTime) {
    private static final Duration LONGEST = Duration.ofDays(10_000);
    private static final long NANOS_PER_MILLI = 1_000_000;

    static Deadline in(Duration patience) {
        Duration bounded = patience.compareTo(LONGEST) < 0 ? patience : LONGEST;
        return new Deadline(System.nanoTime() + bounded.toNanos());
    }

    long nanosLeft() {
        return nanoTime - System.nanoTime();
    }

    /** At least one, and at most what databases take: to some of them 0 means for ever. */
    long millisLeft() {
        return Math.min(Integer.MAX_VALUE, Math.max(1, nanosLeft() / NANOS_PER_MILLI));
    }
}
