package dev.stet.storage.memory.broken;

import dev.stet.storage.ApplyResult;
import dev.stet.storage.Catalogue;
import dev.stet.storage.Changeset;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Reads a head from a copy that lags behind: the first read after a change does not see it. */
public final class ReadsStaleRows extends ForwardingStorage {
    private final Map<Key, Optional<Row>> lagging = new ConcurrentHashMap<>();

    public ReadsStaleRows(Catalogue catalogue) {
        super(new MemoryStorage(catalogue));
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        Optional<Row> before = super.read(List.of(changeset.head())).get(0);
        ApplyResult result = super.apply(changeset, patience);
        lagging.put(changeset.head(), before);
        return result;
    }

    @Override
    public List<Optional<Row>> read(List<Key> keys) {
        List<Optional<Row>> found = new ArrayList<>(super.read(keys));
        for (int i = 0; i < keys.size(); i++) {
            Optional<Row> old = keys.get(i).table().isHead() ? lagging.remove(keys.get(i)) : null;
            if (old != null) {
                found.set(i, old);
            }
        }
        return found;
    }
}
