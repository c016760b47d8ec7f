package dev.stet.storage.memory.broken;

import dev.stet.storage.ApplyResult;
import dev.stet.storage.Catalogue;
import dev.stet.storage.Changeset;
import dev.stet.storage.ContentionException;
import dev.stet.storage.Key;
import dev.stet.storage.Storage;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Gives way to others with every third change. That is no fault: nothing was changed, and who asks again is served. */
public final class GivesWay extends ForwardingStorage {
    private final AtomicLong changes = new AtomicLong();

    public GivesWay(Catalogue catalogue) {
        super(new MemoryStorage(catalogue));
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        giveWay(changeset.head());
        return super.apply(changeset, patience);
    }

    @Override
    public Optional<ApplyResult> applyAlone(
            Key head, Function<? super Storage, Optional<Changeset>> decision, Duration patience) {
        giveWay(head);
        return super.applyAlone(head, decision, patience);
    }

    private void giveWay(Key head) {
        if (changes.incrementAndGet() % 3 == 0) {
            throw new ContentionException("changing " + head, "somebody else was in the way", null);
        }
    }
}
