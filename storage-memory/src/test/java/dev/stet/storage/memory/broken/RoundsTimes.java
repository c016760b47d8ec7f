package dev.stet.storage.memory.broken;

import dev.stet.storage.Catalogue;
import dev.stet.storage.Changeset;

/** Keeps times to the millisecond. */
public final class RoundsTimes extends Miswriting {
    private static final int MILLISECOND = 1_000;

    public RoundsTimes(Catalogue catalogue) {
        super(catalogue);
    }

    @Override
    Changeset miswritten(Changeset changeset) {
        return Rewriting.times(changeset, time -> time - Math.floorMod(time, MILLISECOND));
    }
}
