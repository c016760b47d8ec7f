package dev.stet.storage.memory;

import dev.stet.agent.Agent;
import dev.stet.storage.AgentPosition;
import dev.stet.storage.AgentQuery;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * A page of agents, gathered along an {@link AgentIndex}. The state of each agent is read once and decides where the
 * agent stands, wherever the index had it: so an agent that moves meanwhile is on the page at most once, and never
 * missing for having been met at the place it left.
 */
final class AgentPage {
    private final AgentQuery query;
    private final Comparator<AgentPosition> order;
    private final long wanted;
    private final Set<AgentCell> met = new HashSet<>();
    /** The first of those met, as many as wanted. */
    private final TreeMap<AgentPosition, Agent> first;

    AgentPage(AgentQuery query, Comparator<AgentPosition> order) {
        this.query = query;
        this.order = order;
        this.wanted = query.limit() == 0 ? 0 : sum(query.offset(), query.limit());
        this.first = new TreeMap<>(order);
    }

    /** Whether nothing that stands at this position or behind it can be on the page any more. */
    boolean isFullBefore(AgentPosition position) {
        return first.size() >= wanted && (wanted == 0 || order.compare(first.lastKey(), position) <= 0);
    }

    void meet(AgentCell cell) {
        if (met.add(cell)) {
            cell.state().rows().filter(this::belongs).ifPresent(this::take);
        }
    }

    List<Agent> agents() {
        return first.values().stream().skip(query.offset()).limit(query.limit()).toList();
    }

    private boolean belongs(AgentRows rows) {
        boolean inRange = query.after()
                .map(position -> order.compare(rows.position(), position) > 0)
                .orElse(true);
        return inRange && rows.passes(query.filter());
    }

    private void take(AgentRows rows) {
        first.put(rows.position(), rows.agent());
        if (first.size() > wanted) {
            first.pollLastEntry();
        }
    }

    private static long sum(long offset, int limit) {
        return offset > Long.MAX_VALUE - limit ? Long.MAX_VALUE : offset + limit;
    }
}
