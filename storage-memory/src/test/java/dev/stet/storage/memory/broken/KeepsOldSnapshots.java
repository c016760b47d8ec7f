package dev.stet.storage.memory.broken;

import dev.stet.facts.EnvironmentTable;
import dev.stet.storage.Catalogue;
import dev.stet.storage.Changeset;
import dev.stet.storage.Row;
import java.util.List;

/** Writes which version an environment serves, and leaves beside it what the version before had frozen. */
public final class KeepsOldSnapshots extends Miswriting {
    private static final List<String> SNAPSHOT = List.of("snapshot_hash", "published_at");

    public KeepsOldSnapshots(Catalogue catalogue) {
        super(catalogue);
    }

    @Override
    Changeset miswritten(Changeset changeset) {
        return Rewriting.writes(changeset, write -> Rewriting.write(write, this::frozenAsBefore));
    }

    private Row frozenAsBefore(Row row) {
        return row.table().equals(EnvironmentTable.TABLE)
                        && Rewriting.find(row, SNAPSHOT.get(0)).isPresent()
                ? before(row)
                        .filter(before ->
                                Rewriting.find(before, SNAPSHOT.get(0)).isPresent())
                        .map(before -> Rewriting.with(row, before, column -> SNAPSHOT.contains(column.name())))
                        .orElse(row)
                : row;
    }
}
