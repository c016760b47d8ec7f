package dev.stet.storage.memory.broken;

import dev.stet.page.PageRevision;
import dev.stet.ref.AgentKey;
import dev.stet.storage.ApplyResult;
import dev.stet.storage.Changeset;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Deletes an agent, and leaves what its config pages said. */
public final class LeavesPagesBehind extends ForwardingStorage {
    private final Map<AgentKey, List<PageRevision>> written = new ConcurrentHashMap<>();

    public LeavesPagesBehind() {
        super(new MemoryStorage());
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        ApplyResult result = super.apply(changeset, patience);
        if (result instanceof ApplyResult.Applied) {
            written.computeIfAbsent(changeset.key(), any -> Collections.synchronizedList(new ArrayList<>()))
                    .addAll(0, changeset.pages());
        }
        return result;
    }

    @Override
    public List<PageRevision> listPageRevisions(AgentKey key, String environment, long before, int limit) {
        return List.copyOf(written.getOrDefault(key, List.of())).stream()
                .filter(page -> page.environment().equals(environment) && page.number() < before)
                .sorted((one, other) -> Long.compare(other.number(), one.number()))
                .limit(limit)
                .toList();
    }
}
