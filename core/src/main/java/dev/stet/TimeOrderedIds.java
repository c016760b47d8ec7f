package dev.stet;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoField;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * UUIDs of version 7 (RFC 9562): they sort by the time they were made, and the 12 bits after the milliseconds hold the
 * fraction of the millisecond (its method 3), so that they do so to a quarter of a microsecond. They begin with 1970: one made
 * on a clock before that sorts before all others.
 */
final class TimeOrderedIds implements Supplier<String> {
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    TimeOrderedIds(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String get() {
        Instant now = clock.instant();
        long fraction = now.get(ChronoField.NANO_OF_SECOND) % 1_000_000 * 4096L / 1_000_000;
        long high = Math.max(0, now.toEpochMilli()) << 16 | 0x7000L | fraction;
        long low = random.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
