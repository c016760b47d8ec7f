package dev.stet.storage;

import dev.stet.access.AuditEntry;
import dev.stet.ref.AgentId;
import dev.stet.ref.AgentKey;
import dev.stet.ref.RequestId;
import dev.stet.ref.WorkspaceId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Which audit entries to list: latest first; where two agents changed in the same microsecond, by agent id, ascending.
 *
 * @param workspace of which workspace
 * @param agent only those of this agent, deleted or not
 * @param request only those with this request id; asked together with an agent
 * @param after only those that come after this position
 * @param limit how many to return at most
 */
public record AuditQuery(
        WorkspaceId workspace,
        Optional<AgentId> agent,
        Optional<RequestId> request,
        Optional<Position> after,
        int limit) {
    /** Where an entry stands in the list. */
    public record Position(Instant at, AgentId agent, long number) {
        /** The order of the list: every store lists audit entries in it. */
        public static final Comparator<Position> ORDER = Comparator.comparing(Position::at)
                .reversed()
                .thenComparing(position -> position.agent().value())
                .thenComparing(Comparator.comparingLong(Position::number).reversed());

        public static Position of(AuditEntry entry) {
            return new Position(entry.at(), entry.agent().agent(), entry.number());
        }
    }

    /** What one request of the host did to an agent. */
    public static AuditQuery request(AgentKey key, RequestId request) {
        return new AuditQuery(key.workspace(), Optional.of(key.agent()), Optional.of(request), Optional.empty(), 1);
    }
}
