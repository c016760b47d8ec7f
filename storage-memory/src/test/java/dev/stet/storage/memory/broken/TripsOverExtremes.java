package dev.stet.storage.memory.broken;

import dev.stet.ref.AgentKey;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import dev.stet.version.Version;
import java.util.Optional;

/** Counts on from the number it is asked for, which the last number there is does not allow. */
public final class TripsOverExtremes extends ForwardingStorage {
    public TripsOverExtremes() {
        super(new MemoryStorage());
    }

    @Override
    public Optional<Version> findVersion(AgentKey key, long number) {
        return Math.addExact(number, 1) > 1 ? super.findVersion(key, number) : Optional.empty();
    }
}
