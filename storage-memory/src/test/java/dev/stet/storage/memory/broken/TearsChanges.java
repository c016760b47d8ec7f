package dev.stet.storage.memory.broken;

import dev.stet.facts.EnvironmentTable;
import dev.stet.storage.ApplyResult;
import dev.stet.storage.Catalogue;
import dev.stet.storage.Changeset;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Makes a change visible in two steps: the agent first, what its environments serve a moment later. */
public final class TearsChanges extends ForwardingStorage {
    private static final long MOMENT_NANOS = 50_000;

    private final Map<Key, Optional<Row>> before = new ConcurrentHashMap<>();

    public TearsChanges(Catalogue catalogue) {
        super(new MemoryStorage(catalogue));
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        List<Key> served = changeset.writes().stream()
                .filter(write -> write.table().equals(EnvironmentTable.TABLE))
                .flatMap(write -> Rewriting.row(write).stream())
                .map(Row::key)
                .toList();
        List<Optional<Row>> rows = super.read(served);
        for (int i = 0; i < served.size(); i++) {
            before.put(served.get(i), rows.get(i));
        }
        ApplyResult result = super.apply(changeset, patience);
        LockSupport.parkNanos(MOMENT_NANOS);
        served.forEach(before::remove);
        return result;
    }

    @Override
    public List<Optional<Row>> read(List<Key> keys) {
        return Rewriting.misread(super::read, keys, (key, row) -> before.getOrDefault(key, row));
    }
}
