package dev.stet.storage.jdbc.cluster;

import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.error.StetException;
import dev.stet.ref.AgentId;
import dev.stet.ref.RequestId;
import dev.stet.storage.ContentionException;
import dev.stet.storage.OutcomeUnknownException;
import dev.stet.storage.StorageException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Calls as a host should make them on a cluster: a call that fails with the store is made again until it is known what
 * became of it, and a change always under the request id of its first attempt. Refusals are the caller's to hear.
 */
final class Calls {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(45);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Application application;
    private final Actor actor;
    private final Ledger ledger;

    Calls(Application application, Actor actor, Ledger ledger) {
        this.application = application;
        this.actor = actor;
        this.ledger = ledger;
    }

    /** Reads something. */
    <R> R read(Function<Workspace, R> call) {
        return insist(() -> call.apply(application.as(actor)));
    }

    /** Makes a change, and writes down what it was told. */
    <R> R change(AgentId agent, Function<Workspace, R> call, Function<R, List<Fact>> facts) {
        return change(RequestId.of(UUID.randomUUID().toString()), agent, call, facts);
    }

    /** The same under a request id under which it may have been tried before. */
    <R> R change(RequestId request, AgentId agent, Function<Workspace, R> call, Function<R, List<Fact>> facts) {
        long began = System.nanoTime();
        R outcome = insist(() -> call.apply(application.as(actor).request(request)));
        ledger.acknowledged(new Ledger.Entry(agent, request, facts.apply(outcome)), System.nanoTime() - began);
        return outcome;
    }

    private <R> R insist(Supplier<R> call) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            StetException failure;
            try {
                return call.get();
            } catch (OutcomeUnknownException unknown) {
                ledger.outcomeUnknown();
                failure = unknown;
            } catch (StorageException | ContentionException notMade) {
                ledger.notMade();
                failure = notMade;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError(actor.id() + " must not be stuck, but is", failure);
            }
            // Spares the processor while a node is away; nothing depends on its length.
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
