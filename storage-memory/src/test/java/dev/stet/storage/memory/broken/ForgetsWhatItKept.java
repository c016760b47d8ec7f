package dev.stet.storage.memory.broken;

import dev.stet.storage.ApplyResult;
import dev.stet.storage.Catalogue;
import dev.stet.storage.Changeset;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.time.Duration;
import java.util.Set;

/** Leaves the rows that are there already, and does not say so. */
public final class ForgetsWhatItKept extends ForwardingStorage {
    public ForgetsWhatItKept(Catalogue catalogue) {
        super(new MemoryStorage(catalogue));
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        ApplyResult result = super.apply(changeset, patience);
        return result instanceof ApplyResult.Applied ? new ApplyResult.Applied(Set.of()) : result;
    }
}
