package dev.stet.storage.memory.broken;

import dev.stet.storage.Catalogue;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.util.List;
import java.util.Optional;

/** Compares keys as a database does that pads texts: with spaces at the end they are the same. */
public final class PadsNames extends ForwardingStorage {
    public PadsNames(Catalogue catalogue) {
        super(new MemoryStorage(catalogue));
    }

    @Override
    public List<Optional<Row>> read(List<Key> keys) {
        return super.read(keys.stream()
                .map(key -> Rewriting.key(
                        key,
                        (place, value) -> place > 1 && value instanceof String text ? text.stripTrailing() : value))
                .toList());
    }
}
