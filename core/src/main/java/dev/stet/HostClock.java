package dev.stet;

import dev.stet.error.InvalidInputException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * The host's clock, as far as a store can keep what it says.
 *
 * @param source the clock
 * @param tolerance how far from each other the clocks may be that write into one store
 */
record HostClock(InstantSource source, Duration tolerance) implements InstantSource {
    static final Instant EARLIEST = Instant.parse("-9999-01-01T00:00:00Z");
    static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    /** What it says, as a store keeps it: to the microsecond. */
    Instant now() {
        return instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** @throws InvalidInputException when it says what no store can keep */
    @Override
    public Instant instant() {
        Instant now = source.instant();
        if (now.isBefore(EARLIEST) || now.isAfter(LATEST)) {
            throw new InvalidInputException("time of the clock", "from " + EARLIEST + " to " + LATEST, now.toString());
        }
        return now;
    }
}
