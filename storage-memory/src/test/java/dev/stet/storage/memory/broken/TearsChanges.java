package dev.stet.storage.memory.broken;

import dev.stet.ref.AgentKey;
import dev.stet.storage.ApplyResult;
import dev.stet.storage.Changeset;
import dev.stet.storage.Serving;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
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
    public ApplyResult apply(Changeset changeset) {
        AgentKey key = changeset.key();
        Map<String, Serving> served = new ConcurrentHashMap<>();
        changeset
                .environments()
                .forEach(environment -> super.findServing(key, environment.name())
                        .ifPresent(serving -> served.put(environment.name(), serving)));
        before.put(key, served);
        ApplyResult result = super.apply(changeset);
        LockSupport.parkNanos(MOMENT_NANOS);
        before.remove(key);
        return result;
    }

    @Override
    public Optional<Serving> findServing(AgentKey key, String environment) {
        Optional<Serving> now = super.findServing(key, environment);
        Optional<Serving> old = Optional.ofNullable(before.get(key)).map(served -> served.get(environment));
        return now.map(serving -> old.map(
                        was -> new Serving(serving.agent(), was.environment(), was.deployment(), was.version()))
                .orElse(serving));
    }
}
