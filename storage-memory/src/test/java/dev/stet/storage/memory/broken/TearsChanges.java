package dev.stet.storage.memory.broken;

import dev.stet.ref.AgentKey;
import dev.stet.storage.ApplyResult;
import dev.stet.storage.Changeset;
import dev.stet.storage.Standing;
import dev.stet.storage.StandingQuery;
import dev.stet.storage.StandingQuery.Beside;
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

    private final Map<AgentKey, Map<String, Standing>> before = new ConcurrentHashMap<>();

    public TearsChanges() {
        super(new MemoryStorage());
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        AgentKey key = changeset.key();
        Map<String, Standing> served = new ConcurrentHashMap<>();
        changeset
                .environments()
                .forEach(environment -> super.findStanding(everything(key, environment.name()))
                        .ifPresent(standing -> served.put(environment.name(), standing)));
        before.put(key, served);
        ApplyResult result = super.apply(changeset, patience);
        LockSupport.parkNanos(MOMENT_NANOS);
        before.remove(key);
        return result;
    }

    @Override
    public Optional<Standing> findStanding(StandingQuery query) {
        Map<String, Standing> old = before.getOrDefault(query.key(), Map.of());
        return super.findStanding(query)
                .map(now -> query.environment()
                        .flatMap(name -> Optional.ofNullable(old.get(name)))
                        .map(was -> new Standing(
                                now.agent(),
                                now.draft(),
                                now.latest(),
                                was.serving(),
                                was.deployment().filter(row -> query.asks(Beside.DEPLOYMENT)),
                                was.version().filter(row -> query.asks(Beside.VERSION)),
                                was.page().filter(row -> query.asks(Beside.PAGE))))
                        .orElse(now));
    }

    private static StandingQuery everything(AgentKey key, String environment) {
        return StandingQuery.of(key)
                .with(environment)
                .with(Beside.DEPLOYMENT)
                .with(Beside.VERSION)
                .with(Beside.PAGE);
    }
}
