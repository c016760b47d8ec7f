package dev.stet.storage.tck;

import dev.stet.ref.AgentKey;
import dev.stet.storage.ApplyResult;
import dev.stet.storage.Changeset;
import dev.stet.storage.Storage;
import dev.stet.storage.tck.stage.Rendezvous;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Holds up the changes of one agent until a gate is opened. */
final class GatedStorage extends ForwardingStorage {
    private volatile Optional<AgentKey> heldUp = Optional.empty();
    private final CountDownLatch arrival = new CountDownLatch(1);
    private final CountDownLatch gate = new CountDownLatch(1);

    GatedStorage(Storage store) {
        super(store);
    }

    /** From now on, holds up the changes of this agent. */
    void holdUp(AgentKey agent) {
        heldUp = Optional.of(agent);
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        if (heldUp.filter(agent -> isOf(changeset, agent)).isPresent()) {
            arrival.countDown();
            Rendezvous.await(gate);
        }
        return super.apply(changeset, patience);
    }

    private static boolean isOf(Changeset changeset, AgentKey agent) {
        return changeset
                .head()
                .values()
                .equals(List.of(agent.workspace().value(), agent.agent().value()));
    }

    /** Waits until a change is being held up. */
    void awaitArrival() {
        Rendezvous.await(arrival);
    }

    void open() {
        gate.countDown();
    }
}
