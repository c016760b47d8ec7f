package dev.stet;

import dev.stet.ref.AgentKey;
import dev.stet.storage.Storage;
import java.io.Serial;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is to change an agent: the threads of this process that reach it through one store take turns, in the order
 * in which they came, so that none decides on a head that another one is about to move. Nothing is kept of an agent that
 * nobody waits for, and nobody waits for the turn of another agent. Other processes know nothing of it: the head decides.
 */
final class Turns {
    private static final ConcurrentMap<Reference<?>, Turns> BY_STORE = new ConcurrentHashMap<>();
    private static final ReferenceQueue<Storage> GONE = new ReferenceQueue<>();

    private final ConcurrentMap<AgentKey, Turn> turns = new ConcurrentHashMap<>();

    /** Those of a store, whichever instances of {@link Stet} use it. */
    static Turns of(Storage store) {
        for (Reference<?> gone = GONE.poll(); gone != null; gone = GONE.poll()) {
            BY_STORE.remove(gone);
        }
        return BY_STORE.computeIfAbsent(new Store(store), first -> new Turns());
    }

    /** Waits for a turn, and whether it came in time. One that came is to be given back by the same thread. */
    boolean take(AgentKey agent, long nanos) throws InterruptedException {
        Turn turn = turns.compute(agent, (key, there) -> (there == null ? new Turn() : there).joined());
        boolean taken = false;
        try {
            taken = turn.tryLock(nanos, TimeUnit.NANOSECONDS);
        } finally {
            if (!taken) {
                leave(agent);
            }
        }
        return taken;
    }

    void giveBack(AgentKey agent) {
        Objects.requireNonNull(turns.get(agent), "a turn that was taken").unlock();
        leave(agent);
    }

    private void leave(AgentKey agent) {
        turns.computeIfPresent(agent, (key, turn) -> turn.left() ? null : turn);
    }

    /** How many agents somebody changes or waits to change. */
    int size() {
        return turns.size();
    }

    /** The turn of one agent: there as long as somebody has it or waits for it. A change made in the midst of another is part of it. */
    private static final class Turn extends ReentrantLock {
        @Serial
        private static final long serialVersionUID = 1L;

        /** Only looked at while the map holds the agent. */
        private int users;

        Turn() {
            super(true);
        }

        Turn joined() {
            users++;
            return this;
        }

        /** Whether nobody is left. */
        boolean left() {
            users--;
            return users == 0;
        }
    }

    /** A store as itself, whatever it thinks equal, for as long as somebody else has it. */
    private static final class Store extends WeakReference<Storage> {
        private final int hash;

        Store(Storage store) {
            super(store, GONE);
            this.hash = System.identityHashCode(store);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            Storage store = get();
            return this == other || (store != null && other instanceof Store that && that.refersTo(store));
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
