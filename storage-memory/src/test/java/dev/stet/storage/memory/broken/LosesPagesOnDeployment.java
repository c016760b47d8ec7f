package dev.stet.storage.memory.broken;

import dev.stet.environment.Deployment;
import dev.stet.storage.ApplyResult;
import dev.stet.storage.Changeset;
import dev.stet.storage.Serving;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Writes a deployment over the row of its environment, and forgets that the row also names the page. */
public final class LosesPagesOnDeployment extends ForwardingStorage {
    public LosesPagesOnDeployment() {
        super(new MemoryStorage());
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        List<String> deployed =
                changeset.deployments().stream().map(Deployment::environment).toList();
        List<Serving> environments = changeset.environments().stream()
                .map(row -> deployed.contains(row.name()) ? withoutPage(row) : row)
                .toList();
        return super.apply(Rewriting.withEnvironments(changeset, environments), patience);
    }

    private static Serving withoutPage(Serving row) {
        return new Serving(row.environment().withPage(0), row.snapshot(), Optional.empty());
    }
}
