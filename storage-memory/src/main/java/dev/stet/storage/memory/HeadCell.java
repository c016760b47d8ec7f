package dev.stet.storage.memory;

import dev.stet.storage.ApplyResult;
import dev.stet.storage.Changeset;
import dev.stet.storage.ContentionException;
import dev.stet.storage.InterruptedCallException;
import dev.stet.storage.Key;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Where a head's state is kept. {@link #state} is the one reference that readers follow and the only thing a changeset
 * overwrites: whatever else points at this cell is a hint, to be checked against the state.
 */
final class HeadCell {
    private final Key head;
    private final Heads heads;
    private final Workspace workspace;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile HeadState state;

    HeadCell(Key head, Heads heads, Workspace workspace) {
        this.head = head;
        this.heads = heads;
        this.workspace = workspace;
        this.state = HeadState.never(heads.shapes());
    }

    HeadState state() {
        return state;
    }

    /** Applies what is decided, while no other thread changes the head. */
    Optional<ApplyResult> apply(Supplier<Optional<Changeset>> decision, Duration patience) {
        take(patience);
        try {
            return decision.get().map(this::apply);
        } finally {
            lock.unlock();
        }
    }

    private void take(Duration patience) {
        String doing = "changing " + head;
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
        if (!change.head().equals(head)) {
            throw new IllegalStateException("a change of " + change.head() + " was decided instead of one of " + head);
        }
        HeadState before = state;
        if (before.revision() != change.expected()) {
            return new ApplyResult.Stale(before.revision());
        }
        Step step = new Step(heads, before, change);
        workspace.enter(this, step.moves());
        state = step.after();
        workspace.leave(step.moves());
        return new ApplyResult.Applied(step.kept());
    }
}
