package dev.stet.storage.memory.broken;

import dev.stet.storage.Catalogue;
import dev.stet.storage.Changeset;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Has no time before the year 1. */
public final class BeginsWithYearOne extends Miswriting {
    private static final long YEAR_ONE =
            TimeUnit.SECONDS.toMicros(Instant.parse("0001-01-01T00:00:00Z").getEpochSecond());

    public BeginsWithYearOne(Catalogue catalogue) {
        super(catalogue);
    }

    @Override
    Changeset miswritten(Changeset changeset) {
        return Rewriting.times(changeset, time -> Math.max(time, YEAR_ONE));
    }
}
