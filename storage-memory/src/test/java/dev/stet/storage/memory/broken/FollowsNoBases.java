package dev.stet.storage.memory.broken;

import dev.stet.storage.Catalogue;
import dev.stet.storage.Column;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.util.List;

/** Returns a row without those that it leads to. */
public final class FollowsNoBases extends ForwardingStorage {
    public FollowsNoBases(Catalogue catalogue) {
        super(new MemoryStorage(catalogue));
    }

    @Override
    public List<Row> chain(Key first, Column next, int limit) {
        return super.chain(first, next, Math.min(limit, 1));
    }
}
