package dev.stet.storage.memory.broken;

import dev.stet.ref.AgentKey;
import dev.stet.storage.ApplyResult;
import dev.stet.storage.Changeset;
import dev.stet.storage.Serving;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Writes which version an environment serves, and leaves beside it what the version before had frozen. */
public final class KeepsOldSnapshots extends ForwardingStorage {
    public KeepsOldSnapshots() {
        super(new MemoryStorage());
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        List<Serving> environments = changeset.environments().stream()
                .map(row -> new Serving(row.environment(), snapshot(changeset.key(), row), row.page()))
                .toList();
        return super.apply(Rewriting.withEnvironments(changeset, environments), patience);
    }

    private Optional<Serving.Snapshot> snapshot(AgentKey key, Serving row) {
        return row.snapshot()
                .map(snapshot ->
                        findServing(key, row.name()).flatMap(Serving::snapshot).orElse(snapshot));
    }
}
