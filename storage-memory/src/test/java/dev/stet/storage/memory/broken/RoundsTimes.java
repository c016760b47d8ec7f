package dev.stet.storage.memory.broken;

import dev.stet.storage.ApplyResult;
import dev.stet.storage.Changeset;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Keeps times to the millisecond. */
public final class RoundsTimes extends ForwardingStorage {
    public RoundsTimes() {
        super(new MemoryStorage());
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        return super.apply(Rewriting.withTimes(changeset, time -> time.truncatedTo(ChronoUnit.MILLIS)), patience);
    }
}
