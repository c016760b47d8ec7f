package dev.stet.storage.memory.broken;

import dev.stet.storage.Catalogue;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.util.List;
import java.util.Optional;

/** Counts on from the number it is asked for, which the last number there is does not allow. */
public final class TripsOverExtremes extends ForwardingStorage {
    public TripsOverExtremes(Catalogue catalogue) {
        super(new MemoryStorage(catalogue));
    }

    @Override
    public List<Optional<Row>> read(List<Key> keys) {
        for (Key key : keys) {
            key.values().stream()
                    .filter(value -> value instanceof Long)
                    .forEach(number -> Math.addExact((Long) number, 1));
        }
        return super.read(keys);
    }
}
