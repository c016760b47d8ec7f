package dev.stet.storage.memory;

import dev.stet.agent.Agent;
import dev.stet.content.ContentHash;
import dev.stet.storage.AgentPosition;
import dev.stet.storage.Changeset;
import dev.stet.storage.StoredContent;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that is kept of one agent, as one changeset left it. Immutable.
 *
 * @param head the revision of the head; 0 before the agent was
 * @param rows the agent and what it owns; empty before it was and after it was deleted
 * @param trail what outlives it
 */
record AgentState(long head, Optional<AgentRows> rows, AuditTrail trail) {
    static final AgentState NEVER = new AgentState(0, Optional.empty(), AuditTrail.EMPTY);

    /** @throws IllegalStateException when the change contradicts what is stored */
    AgentState after(Changeset change) {
        check(change);
        return new AgentState(
                change.audit().number(),
                change.agent()
                        .map(row -> rows.orElseGet(() -> AgentRows.of(row)).after(row, change)),
                trail.plus(change.audit()));
    }

    /** Where the agent stands in the lists of its workspace, while it is there. */
    Optional<AgentPosition> position() {
        return rows.map(AgentRows::position);
    }

    /** Which contents of a change are here already. */
    Set<ContentHash> contentsAmong(Changeset change) {
        return change.contents().stream()
                .map(StoredContent::hash)
                .filter(hash -> rows.flatMap(row -> row.content(hash)).isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }

    private void check(Changeset change) {
        boolean foreign = !change.audit().agent().equals(change.key())
                || change.agent()
                        .map(Agent::key)
                        .filter(key -> !key.equals(change.key()))
                        .isPresent();
        if (foreign) {
            throw new IllegalStateException("a changeset of agent " + change.key() + " holds rows of another agent");
        }
        if (rows.isEmpty() && head > 0) {
            throw new IllegalStateException("agent " + change.key() + " was deleted, and nothing changes it any more");
        }
    }
}
