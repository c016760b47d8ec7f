package dev.stet.storage.memory;

import dev.stet.access.AuditEntry;
import dev.stet.ref.RequestId;
import dev.stet.storage.AuditQuery;
import java.util.List;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * The audit trail of an agent. Immutable.
 *
 * @param entries in the order of their list
 * @param requested those with a request id, by it, in the order of their list
 */
record AuditTrail(
        TreePMap<AuditQuery.Position, AuditEntry> entries,
        PMap<RequestId, TreePMap<AuditQuery.Position, AuditEntry>> requested) {
    private static final TreePMap<AuditQuery.Position, AuditEntry> NONE = TreePMap.empty(AuditQuery.Position.ORDER);

    static final AuditTrail EMPTY = new AuditTrail(NONE, HashTreePMap.empty());

    AuditTrail plus(AuditEntry entry) {
        AuditQuery.Position position = AuditQuery.Position.of(entry);
        return new AuditTrail(
                entries.plus(position, entry),
                entry.request()
                        .map(id -> requested.plus(id, of(id).plus(position, entry)))
                        .orElse(requested));
    }

    Optional<AuditEntry> at(AuditQuery.Position position) {
        return Optional.ofNullable(entries.get(position));
    }

    List<AuditEntry> list(AuditQuery query) {
        TreePMap<AuditQuery.Position, AuditEntry> list =
                query.request().map(this::of).orElse(entries);
        return query.after().map(position -> list.tailMap(position, false)).orElse(list).values().stream()
                .limit(query.limit())
                .toList();
    }

    private TreePMap<AuditQuery.Position, AuditEntry> of(RequestId request) {
        return requested.getOrDefault(request, NONE);
    }
}
