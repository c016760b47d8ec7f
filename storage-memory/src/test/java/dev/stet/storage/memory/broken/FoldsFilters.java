package dev.stet.storage.memory.broken;

import dev.stet.agent.Agent;
import dev.stet.agent.AgentFilter;
import dev.stet.storage.AgentQuery;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.text.Collator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Filters by kind in a collation made for people: without regard to case, accents and characters that are not seen. */
public final class FoldsFilters extends ForwardingStorage {
    public FoldsFilters() {
        super(new MemoryStorage());
    }

    @Override
    public List<Agent> listAgents(AgentQuery query) {
        Optional<String> kind = query.filter().kind();
        if (kind.isEmpty()) {
            return super.listAgents(query);
        }
        Collator people = Collator.getInstance(Locale.ROOT);
        people.setStrength(Collator.PRIMARY);
        AgentFilter others = new AgentFilter(
                query.filter().status(),
                Optional.empty(),
                query.filter().tag(),
                query.filter().nameText(),
                query.filter().hasVersion(),
                query.filter().servedIn());
        return super.listAgents(new AgentQuery(
                        query.workspace(), others, query.order(), query.after(), query.offset(), query.limit()))
                .stream()
                .filter(agent -> people.equals(agent.kind(), kind.get()))
                .toList();
    }
}
