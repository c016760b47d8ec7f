package dev.stet.storage;

import dev.stet.agent.Agent;
import dev.stet.agent.AgentOrder;
import dev.stet.ref.AgentId;
import java.time.Instant;
import java.util.Comparator;

/** Where an agent stands in the lists of its workspace. */
public record AgentPosition(Instant createdAt, String sortName, AgentId id) {
    private static final Comparator<AgentPosition> BY_ID =
            Comparator.comparing(position -> position.id().value());
    private static final Comparator<AgentPosition> NEWEST_FIRST =
            Comparator.comparing(AgentPosition::createdAt).reversed().thenComparing(BY_ID);
    private static final Comparator<AgentPosition> BY_NAME = Comparator.comparing(
                    AgentPosition::sortName, AgentPosition::compareCodePoints)
            .thenComparing(BY_ID);

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

    /** By Unicode code point, which is the order of UTF-8 bytes; that of {@link String} is by UTF-16 unit. */
    private static int compareCodePoints(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean bothOrNone = Character.isSurrogate(x) == Character.isSurrogate(y);
                return bothOrNone ? Character.compare(x, y) : Character.isSurrogate(x) ? 1 : -1;
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
