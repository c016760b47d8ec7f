package dev.stet.storage.memory.broken;

import dev.stet.storage.Catalogue;
import dev.stet.storage.Changeset;
import dev.stet.storage.Column;
import dev.stet.storage.Row;
import dev.stet.storage.Write;

/** Replaces what is in a row but for its flags. */
public final class KeepsOldFlags extends Miswriting {
    public KeepsOldFlags(Catalogue catalogue) {
        super(catalogue);
    }

    @Override
    Changeset miswritten(Changeset changeset) {
        return Rewriting.writes(
                changeset, write -> write instanceof Write.Put put ? new Write.Put(flaggedAsBefore(put.row())) : write);
    }

    private Row flaggedAsBefore(Row row) {
        return before(row)
                .map(before -> Rewriting.with(row, before, column -> column.type() == Column.Type.FLAG))
                .orElse(row);
    }
}
