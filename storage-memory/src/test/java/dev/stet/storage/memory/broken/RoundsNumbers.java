package dev.stet.storage.memory.broken;

import dev.stet.storage.Catalogue;
import dev.stet.storage.Changeset;
import java.util.Optional;

/** Keeps numbers in floating point. */
public final class RoundsNumbers extends Miswriting {
    public RoundsNumbers(Catalogue catalogue) {
        super(catalogue);
    }

    @Override
    Changeset miswritten(Changeset changeset) {
        return Rewriting.rows(
                changeset,
                row -> Rewriting.row(
                        row,
                        (column, value) -> Optional.of(
                                value instanceof Long number && column.position() > 2
                                        ? (Object) (long) (double) number
                                        : value)));
    }
}
