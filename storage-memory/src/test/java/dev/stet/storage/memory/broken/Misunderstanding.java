package dev.stet.storage.memory.broken;

import dev.stet.storage.Catalogue;
import dev.stet.storage.Row;
import dev.stet.storage.Scan;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.util.List;

/** A store that lists and counts something else than it is asked for. */
abstract class Misunderstanding extends ForwardingStorage {
    Misunderstanding(Catalogue catalogue) {
        super(new MemoryStorage(catalogue));
    }

    abstract Scan understood(Scan scan);

    @Override
    public List<Row> scan(Scan scan) {
        return super.scan(understood(scan));
    }

    @Override
    public long count(Scan scan) {
        return super.count(understood(scan));
    }
}
