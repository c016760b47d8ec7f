package dev.stet.storage.memory.broken;

import dev.stet.storage.Catalogue;
import dev.stet.storage.Row;
import dev.stet.storage.Scan;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.util.List;
import java.util.Optional;

/** Lists rows as it reads them: with their heavy columns. */
public final class ListsHeavyColumns extends ForwardingStorage {
    public ListsHeavyColumns(Catalogue catalogue) {
        super(new MemoryStorage(catalogue));
    }

    @Override
    public List<Row> scan(Scan scan) {
        return super.read(super.scan(scan).stream().map(Row::key).toList()).stream()
                .flatMap(Optional::stream)
                .toList();
    }
}
