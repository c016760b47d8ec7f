package dev.stet.storage.memory.broken;

import dev.stet.storage.ApplyResult;
import dev.stet.storage.Catalogue;
import dev.stet.storage.Changeset;
import dev.stet.storage.InterruptedCallException;
import dev.stet.storage.StorageException;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Is closed for good by the first interrupt in a change, as a channel of a file is. */
public final class DiesOfInterrupts extends ForwardingStorage {
    private static final long MOMENT_MICROS = 500;

    private volatile boolean dead;

    public DiesOfInterrupts(Catalogue catalogue) {
        super(new MemoryStorage(catalogue));
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        if (dead) {
            throw new StorageException("the store is closed", new IllegalStateException("by an interrupt"));
        }
        try {
            TimeUnit.MICROSECONDS.sleep(MOMENT_MICROS);
        } catch (InterruptedException interrupt) {
            dead = true;
            Thread.currentThread().interrupt();
            throw new InterruptedCallException("changing " + changeset.head(), interrupt);
        }
        return super.apply(changeset, patience);
    }
}
