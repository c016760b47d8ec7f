package dev.stet.storage.memory.broken;

import dev.stet.content.ContentHash;
import dev.stet.ref.AgentKey;
import dev.stet.storage.StoredContent;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.util.Arrays;
import java.util.List;

/** Keeps contents in a column of 64 KiB. */
public final class CutsBytes extends ForwardingStorage {
    private static final int COLUMN = 1 << 16;

    public CutsBytes() {
        super(new MemoryStorage());
    }

    @Override
    public List<StoredContent> listContentChain(AgentKey key, ContentHash hash, int limit) {
        return super.listContentChain(key, hash, limit).stream()
                .map(CutsBytes::cut)
                .toList();
    }

    private static StoredContent cut(StoredContent content) {
        byte[] bytes = content.bytes();
        byte[] kept = Arrays.copyOf(bytes, Math.min(bytes.length, COLUMN));
        return new StoredContent(content.hash(), content.base(), content.encoding(), kept);
    }
}
