package dev.stet.storage.memory.broken;

import dev.stet.storage.Catalogue;
import dev.stet.storage.Scan;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.util.List;

/** Counts the rows of a range, whether they meet the conditions or not. */
public final class CountsWithoutConditions extends ForwardingStorage {
    public CountsWithoutConditions(Catalogue catalogue) {
        super(new MemoryStorage(catalogue));
    }

    @Override
    public long count(Scan scan) {
        return super.count(Rewriting.withConditions(scan, List.of()));
    }
}
