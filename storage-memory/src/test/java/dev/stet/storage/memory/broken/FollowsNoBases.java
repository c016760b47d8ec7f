package dev.stet.storage.memory.broken;

import dev.stet.content.ContentHash;
import dev.stet.ref.AgentKey;
import dev.stet.storage.StoredContent;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.util.List;

/** Returns a content without those that it builds on. */
public final class FollowsNoBases extends ForwardingStorage {
    public FollowsNoBases() {
        super(new MemoryStorage());
    }

    @Override
    public List<StoredContent> listContentChain(AgentKey key, ContentHash hash, int limit) {
        return super.listContentChain(key, hash, Math.min(limit, 1));
    }
}
