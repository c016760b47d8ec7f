package dev.stet.storage.memory.broken;

import dev.stet.page.PageRevision;
import dev.stet.ref.AgentKey;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.util.List;

/** Keeps of a config page what it says, and not what it said. */
public final class ForgetsPageRevisions extends ForwardingStorage {
    public ForgetsPageRevisions() {
        super(new MemoryStorage());
    }

    @Override
    public List<PageRevision> listPageRevisions(AgentKey key, String environment, long before, int limit) {
        List<PageRevision> kept = super.listPageRevisions(key, environment, Long.MAX_VALUE, 1);
        return super.listPageRevisions(key, environment, before, limit).stream()
                .filter(kept::contains)
                .toList();
    }
}
