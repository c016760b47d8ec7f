package dev.stet.storage.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.agent.Agent;
import dev.stet.error.NotFoundException;
import dev.stet.facts.AgentChange;
import dev.stet.facts.Facts;
import dev.stet.storage.ApplyResult;
import dev.stet.storage.ContentionException;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.Scan;
import dev.stet.storage.Storage;
import dev.stet.storage.tck.stage.Rendezvous;
import dev.stet.storage.tck.table.KitRows;
import dev.stet.storage.tck.table.KitTables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A change that is decided while nobody else changes the agent: what was read is so until the change is applied. */
@Execution(ExecutionMode.CONCURRENT)
public abstract class AloneSuite extends StorageSuite {
    private static final Rows DESK = Rows.of("w", "desk");
    private static final Duration SHORT = Duration.ofMillis(250);
    private static final int THREADS = 4;
    private static final int CHANGES = 25;

    @Promise(4)
    @Test
    void whoDecidesAloneIsNeverTooLate() {
        DESK.named("start", 0).applyTo(facts());
        List<Integer> made =
                Rendezvous.atOnce(Collections.nCopies(THREADS, (Callable<Integer>) () -> countUp(facts())));
        assertEquals(Collections.nCopies(THREADS, CHANGES), made);
        assertEquals(1 + (long) THREADS * CHANGES, head(facts()));
    }

    private static int countUp(Facts facts) {
        int made = 0;
        for (int i = 0; i < CHANGES; i++) {
            Optional<ApplyResult> result = alone(
                    facts, alone -> Optional.of(DESK.named("next", head(alone)).changeset()));
            made += result.filter(ApplyResult.Applied.class::isInstance).isPresent() ? 1 : 0;
        }
        return made;
    }

    /** Others may read meanwhile, and nobody but the decision's own change moves the head. */
    @Promise(4)
    @Test
    void nobodyElseChangesTheAgentMeanwhile() {
        DESK.named("start", 0).applyTo(facts());
        Optional<ApplyResult> result = alone(facts(), alone -> {
            assertTrue(Rendezvous.within(Changes.PATIENCE, this::isKeptAway), "another change came through");
            assertEquals(1, Rendezvous.within(Changes.PATIENCE, () -> head(facts())));
            return Optional.of(DESK.named("alone", head(alone)).changeset());
        });
        assertInstanceOf(ApplyResult.Applied.class, result.orElseThrow());
        assertEquals("alone", facts().findAgent(DESK.key()).orElseThrow().name());
        DESK.named("afterwards", 2).applyTo(facts());
    }

    private boolean isKeptAway() {
        try {
            return !(facts().apply(DESK.named("other", 1).changeset(), SHORT) instanceof ApplyResult.Applied);
        } catch (ContentionException kept) {
            return true;
        }
    }

    /** What is read last, after a wait, is what was changed last. */
    @Test
    void everyReadIsOfTheLatestState() {
        DESK.named("start", 0).applyTo(facts());
        List<Callable<List<String>>> tasks = IntStream.range(0, THREADS)
                .<Callable<List<String>>>mapToObj(i -> () -> named(i))
                .toList();
        List<String> last =
                Rendezvous.atOnce(tasks).stream().flatMap(List::stream).sorted().toList();
        List<String> expected = IntStream.range(1, 1 + THREADS * CHANGES)
                .mapToObj(head -> head + " " + head)
                .sorted()
                .toList();
        assertEquals(expected, last, "each head with the number of audit entries that were there by then");
    }

    private List<String> named(int thread) {
        return IntStream.range(0, CHANGES)
                .mapToObj(i -> seenWhenNaming("by " + thread))
                .toList();
    }

    private String seenWhenNaming(String name) {
        List<String> seen = new ArrayList<>();
        Optional<ApplyResult> result = alone(facts(), alone -> {
            long head = head(alone);
            seen.add(head + " " + Picture.of(alone, DESK.key()).audit().size());
            return Optional.of(DESK.named(name, head).changeset());
        });
        assertInstanceOf(ApplyResult.Applied.class, result.orElseThrow());
        return seen.get(seen.size() - 1);
    }

    @Promise(2)
    @Test
    void aDecisionThatRefusesLeavesNothingBehind() {
        DESK.named("start", 0).applyTo(facts());
        Picture before = Picture.of(facts(), DESK.key());
        NotFoundException refusal = new NotFoundException("draft d", "agent w/desk");
        assertSame(
                refusal,
                assertThrows(
                        NotFoundException.class,
                        () -> alone(facts(), alone -> {
                            throw refusal;
                        })));
        assertEquals(before, Picture.of(facts(), DESK.key()));
        othersMayGoOn();
    }

    @Test
    void aDecisionToChangeNothingChangesNothing() {
        DESK.named("start", 0).applyTo(facts());
        Picture before = Picture.of(facts(), DESK.key());
        assertEquals(Optional.empty(), alone(facts(), alone -> Optional.empty()));
        assertEquals(before, Picture.of(facts(), DESK.key()));
        othersMayGoOn();
    }

    private void othersMayGoOn() {
        DESK.named("next", 1).applyTo(facts());
        assertEquals("next", facts().findAgent(DESK.key()).orElseThrow().name());
    }

    @Promise(4)
    @Test
    void aChangeOfAnotherHeadIsRefusedWithTheActualOne() {
        DESK.named("start", 0).applyTo(facts());
        assertEquals(
                Optional.of(new ApplyResult.Stale(1)),
                alone(facts(), alone -> Optional.of(DESK.named("late", 7).changeset())));
        assertEquals("start", facts().findAgent(DESK.key()).orElseThrow().name());
    }

    @Test
    void anAgentThatIsNotThereIsCreatedAndADeletedOneIsNot() {
        Optional<ApplyResult> created = alone(facts(), AloneSuite::creation);
        assertInstanceOf(ApplyResult.Applied.class, created.orElseThrow());
        DESK.change(1).applyTo(facts());
        assertEquals(Optional.of(new ApplyResult.Stale(2)), alone(facts(), AloneSuite::creation));
    }

    /** By every call that a store has, of tables that no part of Stet knows. */
    @Test
    void aDecisionReadsWhatOthersReadAndItsChangeIsOneLikeOthers() {
        Key head = KitRows.head("w", "desk");
        Row item = KitRows.fullItem(head, "a", 2);
        KitChange.of(head, 0).add(item).add(KitRows.fullItem(head, "a", 1)).applyTo(store());
        List<Object> before = answers(store(), head);
        Optional<ApplyResult> result = Changes.insist(() -> store().applyAlone(
                        head,
                        alone -> {
                            assertEquals(before, answers(alone, head));
                            return Optional.of(KitChange.of(head, 1)
                                    .addIfAbsent(KitRows.item(head, "b", 1))
                                    .addIfAbsent(KitRows.item(head, "a", 2))
                                    .delete(KitRows.itemKey(head, "a", 1L))
                                    .changeset());
                        },
                        Changes.PATIENCE));
        assertEquals(Optional.of(new ApplyResult.Applied(Set.of(1))), result);
        assertEquals(
                List.of(item.light(), KitRows.item(head, "b", 1).light()),
                store().scan(Scan.of(KitTables.ITEM, KitTables.ITEM.key(), "w", "desk")));
    }

    private static List<Object> answers(Storage store, Key head) {
        Key item = KitRows.itemKey(head, "a", 2L);
        Scan scan = Scan.of(KitTables.ITEM, KitTables.index(KitTables.ITEM, "kit_item_largest"), "w");
        return List.of(
                store.read(List.of(item, KitRows.itemKey(head, "a", new Key.Link(0, KitTables.ITEM_NEXT)), head, head)),
                store.scan(scan),
                store.count(scan),
                store.chain(item, KitTables.ITEM_NEXT, 9));
    }

    private static Optional<ApplyResult> alone(Facts facts, Function<? super Facts, Optional<AgentChange>> decision) {
        return Changes.insist(() -> facts.applyAlone(DESK.key(), decision, Changes.PATIENCE));
    }

    private static Optional<AgentChange> creation(Facts alone) {
        assertEquals(Optional.empty(), alone.findAgent(DESK.key()));
        return Optional.of(DESK.named("new", 0).changeset());
    }

    private static long head(Facts facts) {
        return facts.findAgent(DESK.key()).map(Agent::head).orElseThrow().revision();
    }
}
