package dev.stet.storage.memory.broken;

import dev.stet.facts.AgentTable;
import dev.stet.storage.Catalogue;
import dev.stet.storage.Row;
import java.util.Optional;

/** Keeps the time of an agent, and not that it is in doubt. */
public final class ForgetsLeaps extends Misreading {
    public ForgetsLeaps(Catalogue catalogue) {
        super(catalogue);
    }

    @Override
    Optional<Row> misread(Row row) {
        return Optional.of(
                row.table().equals(AgentTable.TABLE) ? Rewriting.without(row, "leap_from", "leap_until") : row);
    }
}
