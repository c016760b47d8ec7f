package dev.stet.storage.memory.broken;

import dev.stet.storage.Catalogue;
import dev.stet.storage.Changeset;
import java.util.Optional;

/** Takes an empty text for none. */
public final class ForgetsEmptyTexts extends Miswriting {
    public ForgetsEmptyTexts(Catalogue catalogue) {
        super(catalogue);
    }

    @Override
    Changeset miswritten(Changeset changeset) {
        return Rewriting.rows(
                changeset,
                row -> Rewriting.row(
                        row,
                        (column, value) ->
                                column.required() || !value.equals("") ? Optional.of(value) : Optional.empty()));
    }
}
