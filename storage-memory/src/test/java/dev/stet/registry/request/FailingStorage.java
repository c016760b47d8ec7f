package dev.stet.registry.request;

import dev.stet.storage.ApplyResult;
import dev.stet.storage.Changeset;
import dev.stet.storage.Storage;
import dev.stet.storage.StorageException;
import dev.stet.storage.tck.ForwardingStorage;
import java.time.Duration;

/** Fails before it applies a change, when asked to. */
final class FailingStorage extends ForwardingStorage {
    private boolean failing;

    FailingStorage(Storage store) {
        super(store);
    }

    /** The next change is not applied. */
    void failOnce() {
        failing = true;
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        if (failing) {
            failing = false;
            throw new StorageException("the store was not reached", new IllegalStateException("as asked for"));
        }
        return super.apply(changeset, patience);
    }
}
