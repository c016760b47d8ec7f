package dev.stet.storage.memory.broken;

import dev.stet.facts.DeploymentTable;
import dev.stet.facts.EnvironmentTable;
import dev.stet.storage.Catalogue;
import dev.stet.storage.Changeset;
import dev.stet.storage.Row;
import java.util.List;
import java.util.Optional;

/** Writes a deployment over the row of its environment, and forgets that the row also names the page. */
public final class LosesPagesOnDeployment extends Miswriting {
    public LosesPagesOnDeployment(Catalogue catalogue) {
        super(catalogue);
    }

    @Override
    Changeset miswritten(Changeset changeset) {
        List<Optional<Object>> deployed = changeset.writes().stream()
                .filter(write -> write.table().equals(DeploymentTable.TABLE))
                .flatMap(write -> Rewriting.row(write).stream())
                .map(row -> Rewriting.find(row, "environment"))
                .toList();
        return Rewriting.rows(
                changeset,
                row -> row.table().equals(EnvironmentTable.TABLE) && deployed.contains(Rewriting.find(row, "name"))
                        ? withoutPage(row)
                        : row);
    }

    private static Row withoutPage(Row row) {
        return Rewriting.with(
                Rewriting.without(row, "variables_hash", "schema_hash", "page_at"),
                Rewriting.column(EnvironmentTable.TABLE, "page"),
                0L);
    }
}
