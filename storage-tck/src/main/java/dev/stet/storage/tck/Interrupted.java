package dev.stet.storage.tck;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.content.JsonValue;
import dev.stet.draft.Edit;
import dev.stet.ref.AgentId;
import dev.stet.ref.DraftId;
import dev.stet.ref.RequestId;
import dev.stet.ref.WorkspaceId;
import dev.stet.retention.Keep;
import dev.stet.retention.RetentionPolicy;
import dev.stet.storage.InterruptedCallException;
import dev.stet.version.Publish;
import dev.stet.version.StaleBaseException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Somebody who saves, publishes, resolves and retains on a shared agent, and is interrupted again and again. */
final class Interrupted {
    private static final int CALLS = 24;
    private static final int KINDS = 6;
    private static final int INTERRUPTS = 6;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final RetentionPolicy FEW = RetentionPolicy.keepingAll().draftRevisions(Keep.newest(2));

    private final Workspace workspace;
    private final AgentId agent;
    private final int number;
    private final Set<String> made = new HashSet<>();
    /** Whom to interrupt; nobody while an interrupt is under way. */
    private final AtomicReference<Optional<Thread>> target = new AtomicReference<>(Optional.empty());

    /** Whether the interrupt that is under way has come. */
    private volatile boolean came;

    private int interrupts;

    Interrupted(Stet stet, WorkspaceId workspace, AgentId agent, int number) {
        this.workspace = stet.workspace(workspace, Actor.of("actor-" + number));
        this.agent = agent;
        this.number = number;
    }

    static DraftId draft(int number) {
        return DraftId.of("draft-" + number);
    }

    /** The requests of calls that said that they changed something. */
    Set<String> made() {
        return made;
    }

    /** Interrupts the thread that works, unless the last interrupt has not been seen yet. */
    void interrupt() {
        target.getAndSet(Optional.empty()).ifPresent(thread -> {
            thread.interrupt();
            came = true;
        });
    }

    /** Works until it has made some calls, and was interrupted often enough. */
    Integer work() {
        Optional<Thread> me = Optional.of(Thread.currentThread());
        int calls = 0;
        target.set(me);
        while (calls < CALLS || interrupts < INTERRUPTS) {
            call(calls, RequestId.of("request-" + number + "-" + calls));
            calls++;
            if (!me.equals(target.get())) {
                see();
                target.set(me);
            }
        }
        if (!target.compareAndSet(me, Optional.empty())) {
            see();
        }
        return calls;
    }

    /** Once the interrupt has come, the flag is up: a call that took it away has swallowed the interrupt. */
    private void see() {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!came) {
            assertTrue(System.nanoTime() < deadline, "whoever interrupts must come to do it");
            Thread.onSpinWait();
        }
        came = false;
        assertTrue(Thread.interrupted(), "an interrupt was swallowed");
        interrupts++;
    }

    private void call(int call, RequestId request) {
        Workspace asked = workspace.request(request);
        Edit edit = Edit.section("goal", JsonValue.of("call " + call + " of " + number));
        try {
            switch (call % KINDS) {
                case 0 -> asked.resolve(agent, "live");
                case 1 -> made(request, asked.drafts(agent).publish(publish(asked)));
                case 2 -> made(request, asked.retention(agent).apply(FEW));
                default -> made(request, asked.drafts(agent).saveOverwritingWhatOthersSaved(draft(number), edit));
            }
        } catch (InterruptedCallException ended) {
            assertTrue(Thread.currentThread().isInterrupted(), "whoever is told so is marked as interrupted");
        } catch (StaleBaseException refused) {
            assertTrue(refused.getMessage().length() > 10, "somebody else published");
        }
    }

    private void made(RequestId request, Object outcome) {
        assertTrue(made.add(request.value()), outcome::toString);
    }

    private Publish publish(Workspace asked) {
        long latest = asked.agents().get(agent).head().latestVersion();
        return Publish.draft(asked.drafts(agent).get(draft(number)).ref()).superseding(latest);
    }
}
