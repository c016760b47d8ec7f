package dev.stet.storage.memory.broken;

import dev.stet.facts.DeploymentTable;
import dev.stet.storage.Catalogue;
import dev.stet.storage.Row;
import java.util.Optional;

/** Keeps the time of a deployment, and not that it is in doubt. */
public final class ForgetsEarliestTimes extends Misreading {
    public ForgetsEarliestTimes(Catalogue catalogue) {
        super(catalogue);
    }

    @Override
    Optional<Row> misread(Row row) {
        return Optional.of(row.table().equals(DeploymentTable.TABLE) ? Rewriting.without(row, "earliest_at") : row);
    }
}
