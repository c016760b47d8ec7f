package dev.stet;

import dev.stet.access.Action;
import dev.stet.access.AuditEntry;
import dev.stet.ref.AgentId;
import dev.stet.storage.AuditQuery;
import dev.stet.storage.AuditQuery.Position;
import java.util.List;
import java.util.Optional;

/** Who changed what and when. Entries are written with the change they tell of, and outlive their agent. Thread-safe. */
public final class AuditTrail {
    private static final String CURSOR = "audit";

    private final Registry registry;
    private final Scope scope;

    AuditTrail(Registry registry, Scope scope) {
        this.registry = registry;
        this.scope = scope;
    }

    /** The changes of one agent, deleted or not, latest first. */
    public Listing<AuditEntry> of(AgentId agent, Range range) {
        return list(Optional.of(agent), range);
    }

    /** The changes of all agents of the workspace, latest first. */
    public Listing<AuditEntry> list(Range range) {
        return list(Optional.empty(), range);
    }

    private Listing<AuditEntry> list(Optional<AgentId> agent, Range range) {
        scope.permit(Action.READ_AUDIT, agent, Optional.empty());
        Optional<Position> after = range.after().map(AuditTrail::position);
        List<AuditEntry> found = registry.storage()
                .listAudit(new AuditQuery(scope.workspace(), agent, Optional.empty(), after, range.limit() + 1));
        return range.listing(found, AuditTrail::cursor);
    }

    private static Cursor cursor(AuditEntry entry) {
        Position position = Position.of(entry);
        return Cursor.of(CURSOR, position.at(), position.number(), position.agent());
    }

    private static Position position(Cursor cursor) {
        List<String> parts = cursor.parts(CURSOR, 3);
        return new Position(
                cursor.instant(parts.get(0)), cursor.id(parts.get(2), AgentId::of), cursor.number(parts.get(1)));
    }
}
