package dev.stet.storage.memory.broken;

import dev.stet.facts.AuditTable;
import dev.stet.storage.ApplyResult;
import dev.stet.storage.Catalogue;
import dev.stet.storage.Changeset;
import dev.stet.storage.Row;
import dev.stet.storage.Table;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.time.Duration;
import java.util.Set;

/** Applies every change, whatever revision it was decided on: the last writer wins. */
public final class LosesUpdates extends ForwardingStorage {
    public LosesUpdates(Catalogue catalogue) {
        super(new MemoryStorage(catalogue));
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        ApplyResult result = super.apply(changeset, patience);
        while (result instanceof ApplyResult.Stale stale) {
            try {
                result = super.apply(onTop(changeset, stale.actualHead()), patience);
            } catch (IllegalStateException contradiction) {
                return new ApplyResult.Applied(Set.of());
            }
        }
        return result;
    }

    private static Changeset onTop(Changeset change, long actual) {
        return new Changeset(
                change.head(),
                actual,
                change.row().map(row -> Rewriting.with(row, Rewriting.column(row.table(), Table.REVISION), actual + 1)),
                change.writes().stream()
                        .map(write -> Rewriting.write(write, row -> renumbered(row, actual + 1)))
                        .toList());
    }

    private static Row renumbered(Row row, long number) {
        return row.table().equals(AuditTable.TABLE)
                ? Rewriting.with(row, Rewriting.column(AuditTable.TABLE, "number"), number)
                : row;
    }
}
