package dev.stet.storage.tck;

import dev.stet.storage.ApplyResult;
import dev.stet.storage.Changeset;
import dev.stet.storage.Storage;
import java.time.Duration;

/** Counts the changes that reach the store. */
final class CountingStorage extends ForwardingStorage {
    private int changes;

    CountingStorage(Storage store) {
        super(store);
    }

    int changes() {
        return changes;
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        changes++;
        return super.apply(changeset, patience);
    }
}
