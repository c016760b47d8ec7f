package dev.stet.registry.access;

import dev.stet.storage.ApplyResult;
import dev.stet.storage.Changeset;
import dev.stet.storage.Key;
import dev.stet.storage.Storage;
import dev.stet.storage.tck.ForwardingStorage;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

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

    @Override
    public Optional<ApplyResult> applyAlone(
            Key head, Function<? super Storage, Optional<Changeset>> decision, Duration patience) {
        changes++;
        return super.applyAlone(head, decision, patience);
    }
}
