package dev.stet.storage.memory.broken;

import dev.stet.agent.Agent;
import dev.stet.ref.AgentKey;
import dev.stet.storage.ApplyResult;
import dev.stet.storage.Changeset;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Reads an agent from a copy that lags behind: the first read after a change does not see it. */
public final class ReadsStaleRows extends ForwardingStorage {
    private final Map<AgentKey, Optional<Agent>> lagging = new ConcurrentHashMap<>();

    public ReadsStaleRows() {
        super(new MemoryStorage());
    }

    @Override
    public ApplyResult apply(Changeset changeset) {
        Optional<Agent> before = super.findAgent(changeset.key());
        ApplyResult result = super.apply(changeset);
        lagging.put(changeset.key(), before);
        return result;
    }

    @Override
    public Optional<Agent> findAgent(AgentKey key) {
        Optional<Agent> old = lagging.remove(key);
        return old == null ? super.findAgent(key) : old;
    }
}
