package dev.stet.storage.memory.broken;

import dev.stet.storage.ApplyResult;
import dev.stet.storage.Catalogue;
import dev.stet.storage.Changeset;
import dev.stet.storage.Key;
import dev.stet.storage.Storage;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Keeps nobody away while a change is decided. */
public final class DecidesBesideOthers extends ForwardingStorage {
    public DecidesBesideOthers(Catalogue catalogue) {
        super(new MemoryStorage(catalogue));
    }

    @Override
    public Optional<ApplyResult> applyAlone(
            Key head, Function<? super Storage, Optional<Changeset>> decision, Duration patience) {
        return decision.apply(this).map(changeset -> apply(changeset, patience));
    }
}
