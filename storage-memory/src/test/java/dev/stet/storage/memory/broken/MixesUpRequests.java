package dev.stet.storage.memory.broken;

import dev.stet.facts.AuditTable;
import dev.stet.storage.Catalogue;
import dev.stet.storage.Condition;
import dev.stet.storage.Index;
import dev.stet.storage.Row;
import dev.stet.storage.Scan;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.util.List;

/** Looks requests up in the whole workspace, whatever agent they are asked of. */
public final class MixesUpRequests extends ForwardingStorage {
    private static final int PARTS = 3;
    private static final Index NEWEST = AuditTable.TABLE.indexes().stream()
            .filter(index -> index.name().equals("audit_newest"))
            .findFirst()
            .orElseThrow();

    public MixesUpRequests(Catalogue catalogue) {
        super(new MemoryStorage(catalogue));
    }

    @Override
    public List<Row> scan(Scan scan) {
        boolean asked =
                scan.index().name().equals("audit_by_request") && scan.prefix().size() == PARTS;
        return super.scan(
                asked
                        ? Scan.of(AuditTable.TABLE, NEWEST, scan.prefix().get(0))
                                .where(new Condition.Equal(
                                        Rewriting.column(AuditTable.TABLE, "request"),
                                        scan.prefix().get(PARTS - 1)))
                                .limit(scan.limit())
                        : scan);
    }
}
