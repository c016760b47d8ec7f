package dev.stet.storage.memory.broken;

import dev.stet.access.Action;
import dev.stet.facts.AuditTable;
import dev.stet.storage.Catalogue;
import dev.stet.storage.Row;
import java.util.Optional;

/** Tears every publish: all of it is there but the entry in the audit trail. */
public final class ForgetsAuditEntries extends Misreading {
    public ForgetsAuditEntries(Catalogue catalogue) {
        super(catalogue);
    }

    @Override
    Optional<Row> misread(Row row) {
        return row.table().equals(AuditTable.TABLE)
                        && Rewriting.find(row, "action").equals(Optional.of(Action.PUBLISH.name()))
                ? Optional.empty()
                : Optional.of(row);
    }
}
