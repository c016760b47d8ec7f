package dev.stet.storage.memory.broken;

import dev.stet.storage.Catalogue;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.util.List;
import java.util.Optional;

/** Reads rows as it lists them: without their heavy columns. */
public final class LosesHeavyColumns extends ForwardingStorage {
    public LosesHeavyColumns(Catalogue catalogue) {
        super(new MemoryStorage(catalogue));
    }

    @Override
    public List<Optional<Row>> read(List<Key> keys) {
        return super.read(keys).stream().map(row -> row.map(Row::light)).toList();
    }
}
