package dev.stet.storage.memory.broken;

import dev.stet.access.AuditEntry;
import dev.stet.storage.AuditQuery;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.util.List;

/** Keeps request ids, and not by what a retry is told from another request. */
public final class ForgetsWhatWasAsked extends ForwardingStorage {
    public ForgetsWhatWasAsked() {
        super(new MemoryStorage());
    }

    @Override
    public List<AuditEntry> listAudit(AuditQuery query) {
        return super.listAudit(query).stream().map(Rewriting::notAsked).toList();
    }
}
