package dev.stet.storage.memory.broken;

import dev.stet.storage.Standing;
import dev.stet.storage.StandingQuery;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.util.Optional;

/** Keeps the time of an agent, and not that it is in doubt. */
public final class ForgetsLeaps extends ForwardingStorage {
    public ForgetsLeaps() {
        super(new MemoryStorage());
    }

    @Override
    public Optional<Standing> findStanding(StandingQuery query) {
        return super.findStanding(query)
                .map(standing -> new Standing(
                        Rewriting.withoutLeap(standing.agent()),
                        standing.draft(),
                        standing.latest(),
                        standing.serving(),
                        standing.deployment(),
                        standing.version(),
                        standing.page()));
    }
}
