package dev.stet.storage.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stet.access.AuditEntry;
import dev.stet.facts.Facts;
import dev.stet.facts.VersionQuery;
import dev.stet.storage.ApplyResult;
import dev.stet.storage.tck.stage.Rendezvous;
import dev.stet.version.VersionFilter;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A change is applied only to the head it was decided on; whoever comes too late learns where the head is. */
public abstract class CompareAndSetSuite extends StorageSuite {
    private static final int THREADS = 4;
    private static final Rows DESK = Rows.of("w", "desk");

    @Promise(4)
    @Test
    void aChangeOfAnotherHeadIsRefusedWithTheActualOne() {
        DESK.named("one", 0).applyTo(facts());
        DESK.named("two", 1).applyTo(facts());
        refused(2, DESK.named("too early", 0));
        refused(2, DESK.named("too early", 1));
        refused(2, DESK.named("too late", 3));
        refused(2, DESK.change(1));
        assertEquals("two", facts().findAgent(DESK.key()).orElseThrow().name());
        DESK.named("three", 2).applyTo(facts());
        assertEquals("three", facts().findAgent(DESK.key()).orElseThrow().name());
    }

    @Test
    void anAgentThatNeverWasHasTheHeadZero() {
        refused(0, DESK.named("too late", 1));
        refused(0, DESK.change(7));
        DESK.named("one", 0).applyTo(facts());
        refused(1, DESK.named("again", 0));
    }

    @Promise(2)
    @Test
    void aDeletedAgentKeepsItsLastHead() {
        DESK.named("one", 0).applyTo(facts());
        DESK.change(1).applyTo(facts());
        refused(2, DESK.named("again", 0));
        refused(2, DESK.named("as if it were there", 1));
        assertEquals(Optional.empty(), facts().findAgent(DESK.key()));
        Rows.of("w", "other").named("another id is free", 0).applyTo(facts());
    }

    @Promise({2, 4})
    @Test
    void ofThreadsThatExpectTheSameHeadExactlyOneWins() {
        for (long head = 0; head < 25; head++) {
            long expected = head;
            List<ApplyResult> results = Rendezvous.atOnce(IntStream.range(0, THREADS)
                    .<Callable<ApplyResult>>mapToObj(
                            i -> () -> DESK.named("by " + i, expected).tryOn(facts()))
                    .toList());
            List<ApplyResult> losers =
                    results.stream().filter(ApplyResult.Stale.class::isInstance).toList();
            assertEquals(Collections.nCopies(THREADS - 1, new ApplyResult.Stale(head + 1)), losers);
            assertEquals(
                    winner(results), facts().findAgent(DESK.key()).orElseThrow().name());
        }
    }

    private static String winner(List<ApplyResult> results) {
        return IntStream.range(0, THREADS)
                .filter(i -> results.get(i) instanceof ApplyResult.Applied)
                .mapToObj(i -> "by " + i)
                .findFirst()
                .orElseThrow();
    }

    @Promise(4)
    @Test
    void noChangeIsLostBetweenThreadsThatTryAgain() {
        DESK.named("start", 0).applyTo(facts());
        int changes = 25;
        Rendezvous.atOnce(IntStream.range(0, THREADS)
                .<Callable<Long>>mapToObj(i -> () -> insist(facts(), i, changes))
                .toList());
        long head = 1 + (long) THREADS * changes;
        assertEquals(head, facts().findAgent(DESK.key()).orElseThrow().head().revision());
        assertEquals(
                LongStream.iterate(head, number -> number > 0, number -> number - 1)
                        .boxed()
                        .toList(),
                Picture.of(facts(), DESK.key()).audit().stream()
                        .map(AuditEntry::number)
                        .toList());
        for (int i = 0; i < THREADS; i++) {
            assertEquals(
                    changes,
                    facts().listVersions(
                                    DESK.key(),
                                    new VersionQuery(VersionFilter.all().label("by " + i), Long.MAX_VALUE, 0, 1_000))
                            .size());
        }
    }

    /** Adds a version at a time, under whatever number is free. */
    private static Long insist(Facts facts, int thread, int changes) {
        long head = 1;
        for (int made = 0; made < changes; ) {
            ApplyResult result = DESK.named("by " + thread, head)
                    .version(DESK.version(head).withAnnotation(Rows.annotation(1, "by " + thread, Rows.START)))
                    .tryOn(facts);
            if (result instanceof ApplyResult.Stale stale) {
                head = stale.actualHead();
            } else {
                head++;
                made++;
            }
        }
        return head;
    }

    private void refused(long actualHead, Changes change) {
        ApplyResult.Stale stale = assertInstanceOf(ApplyResult.Stale.class, change.tryOn(facts()));
        assertEquals(actualHead, stale.actualHead());
    }
}
