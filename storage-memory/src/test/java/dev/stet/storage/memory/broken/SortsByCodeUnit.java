package dev.stet.storage.memory.broken;

import dev.stet.agent.Agent;
import dev.stet.agent.AgentOrder;
import dev.stet.storage.AgentPosition;
import dev.stet.storage.AgentQuery;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Lists names in the order of {@link String}, which is not that of code points. */
public final class SortsByCodeUnit extends ForwardingStorage {
    private static final Comparator<AgentPosition> ORDER = Comparator.comparing(AgentPosition::sortName)
            .thenComparing(position -> position.id().value());

    public SortsByCodeUnit() {
        super(new MemoryStorage());
    }

    @Override
    public List<Agent> listAgents(AgentQuery query) {
        if (query.order() != AgentOrder.BY_NAME) {
            return super.listAgents(query);
        }
        AgentQuery all = new AgentQuery(
                query.workspace(), query.filter(), query.order(), Optional.empty(), 0, Integer.MAX_VALUE);
        return super.listAgents(all).stream()
                .sorted(Comparator.comparing(AgentPosition::of, ORDER))
                .filter(agent -> query.after()
                        .map(after -> ORDER.compare(AgentPosition.of(agent), after) > 0)
                        .orElse(true))
                .skip(query.offset())
                .limit(query.limit())
                .toList();
    }
}
