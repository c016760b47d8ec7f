package dev.stet.storage.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.agent.Agent;
import dev.stet.agent.AgentEdit;
import dev.stet.error.StetException;
import dev.stet.facts.Facts;
import dev.stet.ref.AgentKey;
import dev.stet.storage.ApplyResult;
import dev.stet.storage.ContentionException;
import dev.stet.storage.JoinedStorage;
import dev.stet.storage.OutsideTransactionException;
import dev.stet.storage.Storage;
import dev.stet.storage.tck.stage.Rendezvous;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A change waits for others no longer than it may. Where hosts have transactions, one of them holds the agent meanwhile; a
 * store without any has nothing that could hold it, and answers at once.
 */
@Execution(ExecutionMode.CONCURRENT)
public abstract class PatienceSuite extends StorageSuite {
    private static final Rows DESK = Rows.of("w", "desk");
    private static final Duration PATIENCE = Duration.ofMillis(250);
    /** What the slowest machine may take beyond that. */
    private static final Duration SLACK = Duration.ofSeconds(3);

    private static final int THREADS = 4;

    @Test
    void aHeldAgentIsGivenUpInTimeAndLeftAsItWas() {
        DESK.named("first", 0).applyTo(facts());
        Picture before = Picture.of(facts(), DESK.key());
        held(() -> {
            assertThrows(ContentionException.class, () -> inTime(this::late));
            assertEquals(before, Picture.of(facts(), DESK.key()));
        });
        assertInstanceOf(ApplyResult.Applied.class, inTime(this::late));
        assertEquals("late", facts().findAgent(DESK.key()).orElseThrow().name());
    }

    private ApplyResult late() {
        return facts().apply(DESK.named("late", 1).changeset(), PATIENCE);
    }

    @Test
    void whoWantsToDecideAloneGivesUpInTimeToo() {
        DESK.named("first", 0).applyTo(facts());
        held(() -> assertThrows(ContentionException.class, () -> inTime(this::alone)));
        assertInstanceOf(ApplyResult.Applied.class, inTime(this::alone).orElseThrow());
    }

    private Optional<ApplyResult> alone() {
        return facts().applyAlone(
                        DESK.key(), alone -> Optional.of(DESK.named("late", 1).changeset()), PATIENCE);
    }

    @Test
    void aNewAgentThatIsHeldIsGivenUpInTime() {
        heldBy(
                0,
                () -> assertThrows(
                        ContentionException.class,
                        () -> inTime(() -> facts().apply(DESK.named("late", 0).changeset(), PATIENCE))));
        DESK.named("late", 0).applyTo(facts());
    }

    @Test
    void theCallSaysHowLongItWaitedAndForWhat() {
        DESK.named("first", 0).applyTo(facts());
        held(() -> {
            ContentionException lost =
                    assertThrows(ContentionException.class, () -> inTime(() -> renamed(store(), "late")));
            assertTrue(lost.waited().compareTo(PATIENCE) >= 0, lost::toString);
            assertTrue(lost.attempts() >= 1, lost::toString);
            assertTrue(lost.getMessage().contains(lost.obstacle()), lost::toString);
        });
        assertEquals("late", inTime(() -> renamed(store(), "late")).name());
    }

    /** The thread that has the agent in a transaction calls outside of it. */
    @Test
    void whoWaitsForItselfIsToldSo() {
        DESK.named("first", 0).applyTo(facts());
        if (opened().declaration().hostTransactions()) {
            try (HostTransaction transaction = opened().hostTransaction().orElseThrow()) {
                StetException refused =
                        assertThrows(StetException.class, () -> inTime(() -> renamedFromWithin(transaction.storage())));
                assertTrue(
                        refused instanceof ContentionException || refused instanceof OutsideTransactionException,
                        refused::toString);
            }
        }
        assertEquals("late", renamed(store(), "late").name());
    }

    private Agent renamedFromWithin(JoinedStorage transaction) {
        DESK.named("held", 1).applyTo(new Facts(transaction));
        return renamed(store(), "late");
    }

    /** Whatever the patience, one of those who change the same head wins, and nobody waits. */
    @Test
    void withoutPatienceOneWinsAllTheSame() {
        DESK.named("first", 0).applyTo(facts());
        List<Callable<Boolean>> tasks = IntStream.range(0, THREADS)
                .<Callable<Boolean>>mapToObj(i -> () -> wins("by " + i))
                .toList();
        assertTrue(Rendezvous.atOnce(tasks).stream().filter(won -> won).count() <= 1);
        long head = facts().findAgent(DESK.key()).orElseThrow().head().revision();
        assertInstanceOf(ApplyResult.Applied.class, DESK.named("last", head).tryOn(facts()));
    }

    private boolean wins(String name) {
        try {
            return facts().apply(DESK.named(name, 1).changeset(), Duration.ofNanos(1)) instanceof ApplyResult.Applied;
        } catch (ContentionException given) {
            return false;
        }
    }

    private void held(Runnable meanwhile) {
        heldBy(1, meanwhile);
    }

    /** While a transaction of a host's has changed the agent; without one, a change of somebody else's is as good. */
    private void heldBy(long head, Runnable meanwhile) {
        if (!opened().declaration().hostTransactions()) {
            assertTrue(opened().hostTransaction().isEmpty(), "a store that declares no transactions of a host's");
            Changes early = DESK.named("other", head + 1);
            assertInstanceOf(ApplyResult.Stale.class, inTime(() -> facts().apply(early.changeset(), PATIENCE)));
            return;
        }
        try (HostTransaction transaction = opened().hostTransaction().orElseThrow()) {
            DESK.named("held", head).applyTo(new Facts(transaction.storage()));
            meanwhile.run();
        }
    }

    /** Done by another thread: what this one has in a transaction is nothing that a store could know of it. */
    private static <T> T inTime(Supplier<T> call) {
        return Rendezvous.within(PATIENCE.plus(SLACK), call);
    }

    private static Agent renamed(Storage store, String name) {
        AgentKey key = DESK.key();
        Workspace ana = Stet.on(store).patience(PATIENCE).build().workspace(key.workspace(), Actor.of("ana"));
        Agent seen = ana.agents().get(key.agent());
        return ana.agents()
                .edit(key.agent(), seen.revision(), AgentEdit.nothing().name(name));
    }
}
