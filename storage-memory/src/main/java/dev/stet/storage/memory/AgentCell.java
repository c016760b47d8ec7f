package dev.stet.storage.memory;

import dev.stet.ref.AgentKey;
import dev.stet.storage.ApplyResult;
import dev.stet.storage.Changeset;
import dev.stet.storage.ContentionException;
import dev.stet.storage.InterruptedCallException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Where an agent's state is kept. {@link #state} is the one reference that readers follow and the only thing a changeset
 * overwrites: whatever else points at this cell is a hint, to be checked against the state.
 */
final class AgentCell {
    private final Workspace workspace;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile AgentState state = AgentState.NEVER;

    AgentCell(Workspace workspace) {
        this.workspace = workspace;
    }

    AgentState state() {
        return state;
    }

    /** Applies what is decided, while no other thread changes the agent. */
    Optional<ApplyResult> apply(AgentKey key, Supplier<Optional<Changeset>> decision, Duration patience) {
        take(key, patience);
        try {
            return decision.get().map(this::apply);
        } finally {
            lock.unlock();
        }
    }

    private void take(AgentKey key, Duration patience) {
        String doing = "changing agent " + key;
        try {
            if (!lock.tryLock() && !lock.tryLock(TimeUnit.NANOSECONDS.convert(patience), TimeUnit.NANOSECONDS)) {
                throw new ContentionException(doing, "another change of it was being decided", null);
            }
        } catch (InterruptedException signal) {
            Thread.currentThread().interrupt();
            throw new InterruptedCallException(doing, signal);
        }
    }

    private ApplyResult apply(Changeset change) {
        AgentState before = state;
        if (before.head() != change.expectedHead()) {
            return new ApplyResult.Stale(before.head());
        }
        AgentState after = before.after(change);
        workspace.enter(this, change.audit(), before.position(), after.position());
        state = after;
        workspace.leave(before.position(), after.position());
        return new ApplyResult.Applied(before.contentsAmong(change));
    }
}
