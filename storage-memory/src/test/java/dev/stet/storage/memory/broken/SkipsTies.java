package dev.stet.storage.memory.broken;

import dev.stet.agent.Agent;
import dev.stet.agent.AgentOrder;
import dev.stet.storage.AgentPosition;
import dev.stet.storage.AgentQuery;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.util.List;

/** Goes on after a time or a name and not after an agent: a cursor that skips whoever shares them. */
public final class SkipsTies extends ForwardingStorage {
    public SkipsTies() {
        super(new MemoryStorage());
    }

    @Override
    public List<Agent> listAgents(AgentQuery query) {
        if (query.after().isEmpty()) {
            return super.listAgents(query);
        }
        AgentPosition after = query.after().get();
        AgentQuery all =
                new AgentQuery(query.workspace(), query.filter(), query.order(), query.after(), 0, Integer.MAX_VALUE);
        return super.listAgents(all).stream()
                .filter(agent -> query.order() == AgentOrder.BY_NAME
                        ? !agent.sortName().equals(after.sortName())
                        : !agent.createdAt().equals(after.createdAt()))
                .skip(query.offset())
                .limit(query.limit())
                .toList();
    }
}
