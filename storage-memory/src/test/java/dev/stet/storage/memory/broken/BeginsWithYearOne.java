package dev.stet.storage.memory.broken;

import dev.stet.storage.ApplyResult;
import dev.stet.storage.Changeset;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.time.Duration;
import java.time.Instant;

/** Has no time before the year 1. */
public final class BeginsWithYearOne extends ForwardingStorage {
    private static final Instant YEAR_ONE = Instant.parse("0001-01-01T00:00:00Z");

    public BeginsWithYearOne() {
        super(new MemoryStorage());
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        return super.apply(Rewriting.withTimes(changeset, time -> time.isBefore(YEAR_ONE) ? YEAR_ONE : time), patience);
    }
}
