package dev.stet.storage.memory.broken;

import dev.stet.storage.Catalogue;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds nothing by a key with a link in it. */
public final class IgnoresLinks extends ForwardingStorage {
    public IgnoresLinks(Catalogue catalogue) {
        super(new MemoryStorage(catalogue));
    }

    @Override
    public List<Optional<Row>> read(List<Key> keys) {
        List<Optional<Row>> found = new ArrayList<>(super.read(keys));
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i).values().stream().anyMatch(Key.Link.class::isInstance)) {
                found.set(i, Optional.empty());
            }
        }
        return found;
    }
}
