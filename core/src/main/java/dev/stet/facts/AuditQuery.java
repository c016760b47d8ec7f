package dev.stet.facts;

import dev.stet.access.AuditEntry;
import dev.stet.ref.AgentId;
import dev.stet.ref.WorkspaceId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Which audit entries to list: latest first; where two agents changed in the same microsecond, by agent id, ascending.
 *
 * @param workspace of which workspace
 * @param agent only those of this agent, deleted or not
 * @param after only those that come after this position, which is one of that agent where one is asked for
 * @param limit how many to return at most
 */
public record AuditQuery(WorkspaceId workspace, Optional<AgentId> agent, Optional<Position> after, int limit) {
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
}
