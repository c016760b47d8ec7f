package dev.stet.storage.memory.broken;

import dev.stet.access.AuditEntry;
import dev.stet.storage.AuditQuery;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.util.List;
import java.util.Optional;

/** Looks requests up in the whole workspace, whatever agent they are asked of. */
public final class MixesUpRequests extends ForwardingStorage {
    public MixesUpRequests() {
        super(new MemoryStorage());
    }

    @Override
    public List<AuditEntry> listAudit(AuditQuery query) {
        return super.listAudit(
                query.request().isEmpty()
                        ? query
                        : new AuditQuery(
                                query.workspace(), Optional.empty(), query.request(), query.after(), query.limit()));
    }
}
