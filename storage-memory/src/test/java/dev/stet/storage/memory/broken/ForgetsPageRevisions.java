package dev.stet.storage.memory.broken;

import dev.stet.facts.PageTable;
import dev.stet.storage.Catalogue;
import dev.stet.storage.Row;
import dev.stet.storage.Scan;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.util.List;
import java.util.Optional;

/** Keeps of a config page what it says, and not what it said. */
public final class ForgetsPageRevisions extends ForwardingStorage {
    public ForgetsPageRevisions(Catalogue catalogue) {
        super(new MemoryStorage(catalogue));
    }

    @Override
    public List<Row> scan(Scan scan) {
        if (!scan.table().equals(PageTable.TABLE)) {
            return super.scan(scan);
        }
        List<Row> kept =
                super.scan(Rewriting.withStart(scan, Optional.empty()).offset(0).limit(1));
        return super.scan(scan).stream().filter(kept::contains).toList();
    }
}
