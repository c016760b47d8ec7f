package dev.stet.storage.memory.broken;

import dev.stet.storage.ApplyResult;
import dev.stet.storage.Catalogue;
import dev.stet.storage.Changeset;
import dev.stet.storage.JoinedStorage;
import dev.stet.storage.Key;
import dev.stet.storage.Storage;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import dev.stet.storage.tck.HostTransaction;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Waits for whoever has the store, however long that takes. */
public final class WaitsForEver extends ForwardingStorage {
    private final Catalogue catalogue;
    private final Semaphore lock = new Semaphore(1);

    public WaitsForEver(Catalogue catalogue) {
        super(new MemoryStorage(catalogue));
        this.catalogue = catalogue;
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        lock.acquireUninterruptibly();
        try {
            return super.apply(changeset, patience);
        } finally {
            lock.release();
        }
    }

    @Override
    public Optional<ApplyResult> applyAlone(
            Key head, Function<? super Storage, Optional<Changeset>> decision, Duration patience) {
        lock.acquireUninterruptibly();
        try {
            return super.applyAlone(head, decision, patience);
        } finally {
            lock.release();
        }
    }

    /** A transaction that has the lock, and in which nothing comes to be. */
    public HostTransaction begun() {
        lock.acquireUninterruptibly();
        return new Held();
    }

    private final class Held implements HostTransaction {
        @Override
        public JoinedStorage storage() {
            return new Inside(catalogue);
        }

        @Override
        public void close() {
            lock.release();
        }
    }

    private static final class Inside extends ForwardingStorage implements JoinedStorage {
        Inside(Catalogue catalogue) {
            super(new MemoryStorage(catalogue));
        }

        @Override
        public ApplyResult apply(Changeset changeset, Duration patience) {
            return new ApplyResult.Applied(Set.of());
        }
    }
}
