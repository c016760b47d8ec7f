package dev.stet;

import dev.stet.access.Action;
import dev.stet.access.AuditEntry;
import dev.stet.facts.AuditQuery;
import dev.stet.facts.AuditQuery.Position;
import dev.stet.input.Given;
import dev.stet.ref.AgentId;
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
        return list(Given.chosen("agent id", agent), range);
    }

    /** The changes of all agents of the workspace, latest first. */
    public Listing<AuditEntry> list(Range range) {
        return list(Optional.empty(), range);
    }

    private Listing<AuditEntry> list(Optional<AgentId> agent, Range range) {
        String list = Cursor.list(CURSOR, scope.workspace(), agent);
        Optional<Position> after = Given.the("range", range).after().map(cursor -> position(list, cursor));
        scope.permit(Action.READ_AUDIT, agent, Optional.empty());
        List<AuditEntry> found =
                registry.facts().listAudit(new AuditQuery(scope.workspace(), agent, after, range.limit() + 1));
        return range.listing(found, entry -> cursor(list, entry));
    }

    private static Cursor cursor(String list, AuditEntry entry) {
        Position position = Position.of(entry);
        return Cursor.of(list, position.at(), position.number(), position.agent());
    }

    private static Position position(String list, Cursor cursor) {
        List<String> parts = cursor.parts(list, 3);
        return new Position(
                cursor.instant(parts.get(0)), cursor.read(parts.get(2), AgentId::of), cursor.number(parts.get(1)));
    }
}
