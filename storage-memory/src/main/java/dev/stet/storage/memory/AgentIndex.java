package dev.stet.storage.memory;

import dev.stet.agent.Agent;
import dev.stet.storage.AgentPosition;
import dev.stet.storage.AgentQuery;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.pcollections.TreePMap;

/**
 * The agents of a workspace in one order. Changes only when an agent is created, deleted or moves within the order.
 *
 * <p>The entries are an immutable map, exchanged whole, because a list walks them while agents move. In a map that
 * changes under it, the list would pass an agent that moves from ahead of it to behind it without ever meeting it. One
 * state of the map has every agent that was there when the list was asked for.
 */
final class AgentIndex {
    private final Comparator<AgentPosition> order;
    private final AtomicReference<TreePMap<AgentPosition, AgentCell>> entries;

    AgentIndex(Comparator<AgentPosition> order) {
        this.order = order;
        this.entries = new AtomicReference<>(TreePMap.empty(order));
    }

    void enter(AgentCell cell, Optional<AgentPosition> before, Optional<AgentPosition> after) {
        after.filter(position -> differs(position, before))
                .ifPresent(position -> entries.updateAndGet(map -> map.plus(position, cell)));
    }

    void leave(Optional<AgentPosition> before, Optional<AgentPosition> after) {
        before.filter(position -> differs(position, after))
                .ifPresent(position -> entries.updateAndGet(map -> map.minus(position)));
    }

    List<Agent> list(AgentQuery query) {
        AgentPage page = new AgentPage(query, order);
        for (Map.Entry<AgentPosition, AgentCell> entry : from(query.after()).entrySet()) {
            if (page.isFullBefore(entry.getKey())) {
                break;
            }
            page.meet(entry.getValue());
        }
        return page.agents();
    }

    private TreePMap<AgentPosition, AgentCell> from(Optional<AgentPosition> after) {
        TreePMap<AgentPosition, AgentCell> all = Objects.requireNonNull(entries.get());
        return after.map(position -> all.tailMap(position, false)).orElse(all);
    }

    private boolean differs(AgentPosition position, Optional<AgentPosition> other) {
        return other.isEmpty() || order.compare(position, other.get()) != 0;
    }
}
