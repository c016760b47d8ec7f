package dev.stet.storage.memory.broken;

import dev.stet.storage.Catalogue;
import dev.stet.storage.Changeset;

/** Replaces of a row what the new one has, and leaves the rest as it was. */
public final class MergesPuts extends Miswriting {
    public MergesPuts(Catalogue catalogue) {
        super(catalogue);
    }

    @Override
    Changeset miswritten(Changeset changeset) {
        return Rewriting.rows(
                changeset,
                row -> before(row)
                        .map(before -> Rewriting.with(row, before, column -> !row.has(column)))
                        .orElse(row));
    }
}
