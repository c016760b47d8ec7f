package dev.stet.storage.memory.broken;

import dev.stet.ref.AgentKey;
import dev.stet.storage.ApplyResult;
import dev.stet.storage.Changeset;
import dev.stet.storage.Serving;
import dev.stet.storage.Standing;
import dev.stet.storage.StandingQuery;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Makes a change visible in two steps: the agent first, what its environments serve a moment later. */
public final class TearsChanges extends ForwardingStorage {
    private static final long MOMENT_NANOS = 50_000;

    private final Map<AgentKey, Map<String, Serving>> before = new ConcurrentHashMap<>();

    public TearsChanges() {
        super(new MemoryStorage());
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        AgentKey key = changeset.key();
        Map<String, Serving> served = new ConcurrentHashMap<>();
        changeset
                .environments()
                .forEach(environment -> super.findServing(key, environment.name())
                        .ifPresent(serving -> served.put(environment.name(), serving)));
        before.put(key, served);
        ApplyResult result = super.apply(changeset, patience);
        LockSupport.parkNanos(MOMENT_NANOS);
        before.remove(key);
        return result;
    }

    @Override
    public Optional<Standing> findStanding(StandingQuery query) {
        Map<String, Serving> old = before.getOrDefault(query.key(), Map.of());
        return super.findStanding(query)
                .map(now -> new Standing(
                        now.agent(),
                        now.draft(),
                        now.latest(),
                        now.serving()
                                .map(serving -> Optional.ofNullable(
                                                old.get(serving.environment().name()))
                                        .map(was -> new Serving(
                                                serving.agent(),
                                                was.environment(),
                                                was.deployment(),
                                                was.version(),
                                                was.page()))
                                        .orElse(serving))));
    }
}
