package dev.stet.storage.memory.broken;

import dev.stet.storage.ApplyResult;
import dev.stet.storage.Catalogue;
import dev.stet.storage.Changeset;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Has one revision for all heads with an id, whatever table they are in. */
public final class MixesUpHeads extends ForwardingStorage {
    private final Map<List<Object>, Long> revisions = new ConcurrentHashMap<>();

    public MixesUpHeads(Catalogue catalogue) {
        super(new MemoryStorage(catalogue));
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        List<Object> id = changeset.head().values();
        long actual = revisions.getOrDefault(id, changeset.expected());
        if (actual != changeset.expected()) {
            return new ApplyResult.Stale(actual);
        }
        ApplyResult result = super.apply(changeset, patience);
        if (result instanceof ApplyResult.Applied) {
            revisions.put(id, changeset.expected() + 1);
        }
        return result;
    }
}
