package dev.stet.storage.memory.broken;

import dev.stet.storage.Standing;
import dev.stet.storage.StandingQuery;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.util.Optional;

/** Compares the names of environments as a database does that pads texts: with spaces at the end they are the same. */
public final class PadsNames extends ForwardingStorage {
    public PadsNames() {
        super(new MemoryStorage());
    }

    @Override
    public Optional<Standing> findStanding(StandingQuery query) {
        return super.findStanding(
                query.environment().map(String::stripTrailing).map(query::with).orElse(query));
    }
}
