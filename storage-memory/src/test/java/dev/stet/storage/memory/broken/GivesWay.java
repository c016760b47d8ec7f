package dev.stet.storage.memory.broken;

import dev.stet.ref.AgentKey;
import dev.stet.storage.ApplyResult;
import dev.stet.storage.Changeset;
import dev.stet.storage.ContentionException;
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

    public GivesWay() {
        super(new MemoryStorage());
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        giveWay(changeset.key());
        return super.apply(changeset, patience);
    }

    @Override
    public Optional<ApplyResult> applyAlone(
            AgentKey key, Function<? super Storage, Optional<Changeset>> decision, Duration patience) {
        giveWay(key);
        return super.applyAlone(key, decision, patience);
    }

    private void giveWay(AgentKey key) {
        if (changes.incrementAndGet() % 3 == 0) {
            throw new ContentionException("changing agent " + key, "somebody else was in the way", null);
        }
    }
}
