package dev.stet.storage.memory.broken;

import dev.stet.storage.ApplyResult;
import dev.stet.storage.Changeset;
import dev.stet.storage.Removed;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.time.Duration;

/** Deletes nothing. */
public final class KeepsWhatIsDropped extends ForwardingStorage {
    public KeepsWhatIsDropped() {
        super(new MemoryStorage());
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        return super.apply(Rewriting.withRemoved(changeset, Removed.nothing()), patience);
    }
}
