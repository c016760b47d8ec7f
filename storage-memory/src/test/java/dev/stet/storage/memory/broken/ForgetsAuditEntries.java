package dev.stet.storage.memory.broken;

import dev.stet.access.Action;
import dev.stet.access.AuditEntry;
import dev.stet.storage.AuditQuery;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.util.List;

/** Tears every publish: all of it is there but the entry in the audit trail. */
public final class ForgetsAuditEntries extends ForwardingStorage {
    public ForgetsAuditEntries() {
        super(new MemoryStorage());
    }

    @Override
    public List<AuditEntry> listAudit(AuditQuery query) {
        return super.listAudit(query).stream()
                .filter(entry -> entry.action() != Action.PUBLISH)
                .toList();
    }
}
