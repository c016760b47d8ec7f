package dev.stet.storage.memory.broken;

import dev.stet.facts.ContentTable;
import dev.stet.storage.Catalogue;
import dev.stet.storage.Changeset;
import dev.stet.storage.Write;
import java.util.ArrayList;
import java.util.List;

/** Deletes with a content also those that it builds on. */
public final class DropsTooMuch extends Miswriting {
    public DropsTooMuch(Catalogue catalogue) {
        super(catalogue);
    }

    @Override
    Changeset miswritten(Changeset changeset) {
        List<Write> writes = new ArrayList<>(changeset.writes());
        for (Write write : changeset.writes()) {
            if (write instanceof Write.Delete delete && delete.table().equals(ContentTable.TABLE)) {
                chain(delete.key(), Rewriting.column(ContentTable.TABLE, "base"), Integer.MAX_VALUE).stream()
                        .map(row -> new Write.Delete(row.key()))
                        .filter(other -> !writes.contains(other))
                        .forEach(writes::add);
            }
        }
        return Rewriting.with(changeset, writes);
    }
}
