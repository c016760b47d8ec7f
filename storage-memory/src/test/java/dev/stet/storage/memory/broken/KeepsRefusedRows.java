package dev.stet.storage.memory.broken;

import dev.stet.content.ContentHash;
import dev.stet.ref.AgentKey;
import dev.stet.storage.ApplyResult;
import dev.stet.storage.Changeset;
import dev.stet.storage.StoredContent;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Writes the contents before it looks at the head, and leaves them there when it refuses the change. */
public final class KeepsRefusedRows extends ForwardingStorage {
    private final Map<AgentKey, Map<ContentHash, StoredContent>> written = new ConcurrentHashMap<>();

    public KeepsRefusedRows() {
        super(new MemoryStorage());
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        changeset
                .contents()
                .forEach(content -> written.computeIfAbsent(changeset.key(), key -> new ConcurrentHashMap<>())
                        .put(content.hash(), content));
        return super.apply(changeset, patience);
    }

    @Override
    public List<StoredContent> listContentChain(AgentKey key, ContentHash hash, int limit) {
        List<StoredContent> found = super.listContentChain(key, hash, limit);
        Map<ContentHash, StoredContent> own = written.getOrDefault(key, Map.of());
        return found.isEmpty() && own.containsKey(hash) ? List.of(own.get(hash)) : found;
    }
}
