package dev.stet.storage.memory.broken;

import dev.stet.storage.ApplyResult;
import dev.stet.storage.Changeset;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.time.Duration;
import java.util.Set;

/** Applies every change, whatever head it was decided on: the last writer wins. */
public final class LosesUpdates extends ForwardingStorage {
    public LosesUpdates() {
        super(new MemoryStorage());
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        ApplyResult result = super.apply(changeset, patience);
        while (result instanceof ApplyResult.Stale stale) {
            try {
                result = super.apply(Rewriting.forHead(changeset, stale.actualHead()), patience);
            } catch (IllegalStateException contradiction) {
                return new ApplyResult.Applied(Set.of());
            }
        }
        return result;
    }
}
