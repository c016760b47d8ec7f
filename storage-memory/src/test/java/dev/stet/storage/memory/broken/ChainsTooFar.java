package dev.stet.storage.memory.broken;

import dev.stet.storage.Catalogue;
import dev.stet.storage.Column;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.util.List;

/** Follows a chain to one row more than it is asked for. */
public final class ChainsTooFar extends ForwardingStorage {
    public ChainsTooFar(Catalogue catalogue) {
        super(new MemoryStorage(catalogue));
    }

    @Override
    public List<Row> chain(Key first, Column next, int limit) {
        return super.chain(first, next, limit == Integer.MAX_VALUE ? limit : limit + 1);
    }
}
