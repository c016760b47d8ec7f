package dev.stet.storage.memory.broken;

import dev.stet.page.PageRevision;
import dev.stet.ref.AgentKey;
import dev.stet.storage.Standing;
import dev.stet.storage.StandingQuery;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.util.Optional;

/** Looks for the page of an environment by its revision alone. */
public final class MixesUpPages extends ForwardingStorage {
    public MixesUpPages() {
        super(new MemoryStorage());
    }

    @Override
    public Optional<Standing> findStanding(StandingQuery query) {
        return super.findStanding(query)
                .map(standing -> new Standing(
                        standing.agent(),
                        standing.draft(),
                        standing.latest(),
                        standing.serving(),
                        standing.deployment(),
                        standing.version(),
                        standing.page().flatMap(page -> mixedUp(query.key(), page))));
    }

    private Optional<PageRevision> mixedUp(AgentKey key, PageRevision page) {
        return listEnvironments(key).stream()
                .flatMap(environment -> super.listPageRevisions(key, environment.name(), page.number() + 1, 1).stream())
                .filter(other -> other.number() == page.number())
                .findFirst();
    }
}
