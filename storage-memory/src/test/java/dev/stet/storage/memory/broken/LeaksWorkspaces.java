package dev.stet.storage.memory.broken;

import dev.stet.agent.Agent;
import dev.stet.ref.WorkspaceId;
import dev.stet.storage.AgentQuery;
import dev.stet.storage.ApplyResult;
import dev.stet.storage.Changeset;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** Looks for workspaces by a prefix: the agents of {@code acme-2} are listed in {@code acme}. */
public final class LeaksWorkspaces extends ForwardingStorage {
    private final Set<String> workspaces = new ConcurrentSkipListSet<>();

    public LeaksWorkspaces() {
        super(new MemoryStorage());
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        workspaces.add(changeset.key().workspace().value());
        return super.apply(changeset, patience);
    }

    @Override
    public List<Agent> listAgents(AgentQuery query) {
        return workspaces.stream()
                .filter(id -> id.startsWith(query.workspace().value()))
                .flatMap(id -> super.listAgents(new AgentQuery(
                                WorkspaceId.of(id),
                                query.filter(),
                                query.order(),
                                query.after(),
                                query.offset(),
                                query.limit()))
                        .stream())
                .limit(query.limit())
                .toList();
    }
}
