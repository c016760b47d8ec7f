package dev.stet.storage.memory.broken;

import dev.stet.storage.Catalogue;
import dev.stet.storage.Scan;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;

/** Counts whatever a scan could list without a limit. */
public final class CountsBeyondLimits extends ForwardingStorage {
    public CountsBeyondLimits(Catalogue catalogue) {
        super(new MemoryStorage(catalogue));
    }

    @Override
    public long count(Scan scan) {
        return super.count(Rewriting.whole(scan));
    }
}
