package dev.stet.storage.memory.broken;

import dev.stet.facts.AuditTable;
import dev.stet.storage.Catalogue;
import dev.stet.storage.Row;
import java.util.Optional;

/** Keeps request ids, and not by what a retry is told from another request. */
public final class ForgetsWhatWasAsked extends Misreading {
    public ForgetsWhatWasAsked(Catalogue catalogue) {
        super(catalogue);
    }

    @Override
    Optional<Row> misread(Row row) {
        return Optional.of(row.table().equals(AuditTable.TABLE) ? Rewriting.without(row, "asked") : row);
    }
}
