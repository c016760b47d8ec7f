package dev.stet.storage.memory.broken;

import dev.stet.facts.AgentTable;
import dev.stet.facts.EnvironmentTable;
import dev.stet.facts.VersionTable;
import dev.stet.storage.ApplyResult;
import dev.stet.storage.Catalogue;
import dev.stet.storage.Changeset;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.Write;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Takes for the latest version that is served: the number of a version that nothing serves is given again. */
public final class ReusesNumbers extends ForwardingStorage {
    public ReusesNumbers(Catalogue catalogue) {
        super(new MemoryStorage(catalogue));
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        return super.apply(
                Rewriting.writes(
                        changeset,
                        write -> write instanceof Write.Add add && add.table().equals(VersionTable.TABLE)
                                ? new Write.Put(add.row())
                                : write),
                patience);
    }

    @Override
    public List<Optional<Row>> read(List<Key> keys) {
        return Rewriting.misread(
                super::read,
                keys,
                (key, row) -> row.map(found -> found.table().equals(AgentTable.TABLE) ? misnumbered(found) : found));
    }

    private Row misnumbered(Row agent) {
        long latest = scan(Rewriting.all(EnvironmentTable.TABLE, agent.key())).stream()
                .flatMap(row -> Rewriting.find(row, "version").stream())
                .mapToLong(version -> (Long) version)
                .max()
                .orElse(0);
        return Rewriting.with(agent, Rewriting.column(AgentTable.TABLE, "latest_version"), latest);
    }
}
