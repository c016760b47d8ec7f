package dev.stet.storage.tck;

import dev.stet.content.ContentHash;
import dev.stet.ref.AgentKey;
import dev.stet.storage.Storage;
import dev.stet.storage.StoredContent;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Returns contents that are not what was stored, as a broken disk might. */
final class DamagingStorage extends ForwardingStorage {
    private final UnaryOperator<Optional<StoredContent>> damage;

    DamagingStorage(Storage store, UnaryOperator<Optional<StoredContent>> damage) {
        super(store);
        this.damage = damage;
    }

    @Override
    public Optional<StoredContent> findContent(AgentKey key, ContentHash hash) {
        return damage.apply(super.findContent(key, hash));
    }
}
