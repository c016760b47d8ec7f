package dev.stet.storage.memory.broken;

import dev.stet.agent.Agent;
import dev.stet.ref.AgentKey;
import dev.stet.storage.ApplyResult;
import dev.stet.storage.Changeset;
import dev.stet.storage.Standing;
import dev.stet.storage.StandingQuery;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.time.Duration;
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
    public ApplyResult apply(Changeset changeset, Duration patience) {
        Optional<Agent> before =
                super.findStanding(StandingQuery.of(changeset.key())).map(Standing::agent);
        ApplyResult result = super.apply(changeset, patience);
        lagging.put(changeset.key(), before);
        return result;
    }

    @Override
    public Optional<Standing> findStanding(StandingQuery query) {
        Optional<Agent> old = lagging.remove(query.key());
        Optional<Standing> now = super.findStanding(query);
        return old == null
                ? now
                : old.flatMap(agent -> now.map(standing -> new Standing(
                        agent,
                        standing.draft(),
                        standing.latest(),
                        standing.serving(),
                        standing.deployment(),
                        standing.version(),
                        standing.page())));
    }
}
