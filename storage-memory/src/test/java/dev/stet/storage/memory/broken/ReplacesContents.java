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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Writes a content that is there already over the one that is there, and does not say that it was. */
public final class ReplacesContents extends ForwardingStorage {
    private final Map<AgentKey, Map<ContentHash, StoredContent>> latest = new ConcurrentHashMap<>();

    public ReplacesContents() {
        super(new MemoryStorage());
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        ApplyResult result = super.apply(changeset, patience);
        if (result instanceof ApplyResult.Applied) {
            changeset
                    .contents()
                    .forEach(content -> latest.computeIfAbsent(changeset.key(), key -> new ConcurrentHashMap<>())
                            .put(content.hash(), content));
            return new ApplyResult.Applied(Set.of());
        }
        return result;
    }

    @Override
    public List<StoredContent> listContentChain(AgentKey key, ContentHash hash, int limit) {
        return super.listContentChain(key, hash, limit).stream()
                .map(row -> latest.getOrDefault(key, Map.of()).getOrDefault(row.hash(), row))
                .toList();
    }
}
