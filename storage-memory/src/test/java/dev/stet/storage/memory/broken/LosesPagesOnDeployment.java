package dev.stet.storage.memory.broken;

import dev.stet.environment.Deployment;
import dev.stet.environment.Environment;
import dev.stet.storage.ApplyResult;
import dev.stet.storage.Changeset;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.time.Duration;
import java.util.List;

/** Writes a deployment over the row of its environment, and forgets that the row also names the page. */
public final class LosesPagesOnDeployment extends ForwardingStorage {
    public LosesPagesOnDeployment() {
        super(new MemoryStorage());
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        List<String> deployed =
                changeset.deployments().stream().map(Deployment::environment).toList();
        List<Environment> environments = changeset.environments().stream()
                .map(row -> deployed.contains(row.name()) ? row.withPage(0) : row)
                .toList();
        return super.apply(Rewriting.withEnvironments(changeset, environments), patience);
    }
}
