package dev.stet.storage.memory.broken;

import dev.stet.environment.Deployment;
import dev.stet.ref.AgentKey;
import dev.stet.storage.DeploymentQuery;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.util.List;

/** Keeps the time of a deployment, and not that it is in doubt. */
public final class ForgetsEarliestTimes extends ForwardingStorage {
    public ForgetsEarliestTimes() {
        super(new MemoryStorage());
    }

    @Override
    public List<Deployment> listDeployments(AgentKey key, DeploymentQuery query) {
        return super.listDeployments(key, query).stream()
                .map(Rewriting::undoubted)
                .toList();
    }
}
