package dev.stet.facts;

import dev.stet.agent.Agent;
import dev.stet.agent.AgentOrder;
import dev.stet.ref.AgentId;
import dev.stet.storage.Values;
import java.time.Instant;
import java.util.Comparator;

/** Where an agent stands in the lists of its workspace. */
public record AgentPosition(Instant createdAt, String sortName, AgentId id) {
    private static final Comparator<AgentPosition> BY_ID =
            Comparator.comparing(position -> position.id().value());
    private static final Comparator<AgentPosition> NEWEST_FIRST =
            Comparator.comparing(AgentPosition::createdAt).reversed().thenComparing(BY_ID);
    private static final Comparator<AgentPosition> BY_NAME =
            Comparator.comparing(AgentPosition::sortName, Values.ORDER).thenComparing(BY_ID);

    public static AgentPosition of(Agent agent) {
        return new AgentPosition(agent.createdAt(), agent.sortName(), agent.id());
    }

    /** The order of a list, as {@link AgentOrder} defines it: every store lists agents in it. */
    public static Comparator<AgentPosition> comparator(AgentOrder order) {
        return switch (order) {
            case NEWEST_FIRST -> NEWEST_FIRST;
            case BY_NAME -> BY_NAME;
        };
    }
}
