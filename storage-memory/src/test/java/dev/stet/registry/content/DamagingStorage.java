package dev.stet.registry.content;

import dev.stet.content.ContentHash;
import dev.stet.ref.AgentKey;
import dev.stet.storage.Storage;
import dev.stet.storage.StoredContent;
import dev.stet.storage.tck.ForwardingStorage;
import java.util.List;
import java.util.function.UnaryOperator;

/** Returns contents that are not what was stored, as a broken disk might. */
final class DamagingStorage extends ForwardingStorage {
    private final UnaryOperator<List<StoredContent>> damage;

    /** @param damage makes of a chain what is returned in its place */
    DamagingStorage(Storage store, UnaryOperator<List<StoredContent>> damage) {
        super(store);
        this.damage = damage;
    }

    @Override
    public List<StoredContent> listContentChain(AgentKey key, ContentHash hash, int limit) {
        return damage.apply(super.listContentChain(key, hash, limit));
    }
}
