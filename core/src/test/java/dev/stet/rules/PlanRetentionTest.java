package dev.stet.rules;

import static dev.stet.rules.Known.KEY;
import static dev.stet.rules.Known.NOON;
import static dev.stet.rules.Known.POLICIES;
import static dev.stet.rules.RetentionProperties.CALL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stet.agent.AgentEdit;
import dev.stet.content.JsonValue;
import dev.stet.draft.DraftLineage;
import dev.stet.draft.DraftStatus;
import dev.stet.draft.Edit;
import dev.stet.error.NotFoundException;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import dev.stet.retention.Fate;
import dev.stet.retention.Keep;
import dev.stet.retention.Reason;
import dev.stet.retention.RetentionPlan;
import dev.stet.retention.RetentionPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PlanRetentionTest {
    private static final RetentionPolicy POLICY =
            RetentionPolicy.keepingAll().archivedVersions(Keep.newest(0)).draftRevisions(Keep.newest(0));
    private final Known known = Known.agent();

    private static PlanRetention plan(Instant now) {
        return new PlanRetention(KEY, POLICY, now);
    }

    private void save(long number) {
        Edit edit = Edit.section("prompt", JsonValue.of("Hello " + number));
        known.make(new SaveDraft(KEY, DraftId.of("d-1"), Optional.empty(), edit, POLICIES));
    }

    @Test
    void aPlanTellsWhatBecomesOfEachAndChangesNothing() {
        save(1);
        save(2);
        Decision<RetentionPlan> decision = known.on("r-1").decide(plan(NOON));
        assertEquals(Optional.empty(), decision.changes());
        assertEquals(List.of(), decision.contents());
        RetentionPlan plan = decision.outcome();
        assertEquals(3, plan.head());
        assertEquals(NOON, plan.at());
        assertEquals(POLICY, plan.policy());
        assertEquals(List.of(), plan.versions());
        assertEquals(List.of(DraftRef.of("d-1", 2), DraftRef.of("d-1", 1)), plan.revisionsToGo());
        assertEquals(Set.of(Reason.CURRENT), plan.revisions().get(0).reasons());
        assertEquals(2, plan.contents());
        assertEquals(List.of("READ"), known.asked());
    }

    @Test
    void nobodyPlansForNoAgentOrOnARequest() {
        assertThrows(NotFoundException.class, () -> Known.nothing().decide(plan(NOON)));
        save(1);
        known.on("r-1").make(new EditAgent(KEY, 1, AgentEdit.nothing().name("Desk"), POLICIES));
        assertThrows(IllegalStateException.class, () -> known.retry(plan(NOON)));
        assertEquals(new Asked().hash(), plan(NOON).asked().hash());
    }

    /** A clock that is ahead makes nothing older, and one that is behind does not make the history longer. */
    @Test
    void agesAreToldFromTheLastChangeOrTheClockIfThatIsEarlier() {
        known.after(Duration.ofHours(2));
        save(1);
        Instant last = NOON.plus(Duration.ofHours(2));
        assertEquals(
                last,
                known.decide(plan(last.plus(Duration.ofDays(99)))).outcome().at());
        assertEquals(NOON, known.decide(plan(NOON)).outcome().at());
        known.after(Duration.ofDays(50));
        save(2);
        Instant leapt = last.plus(Duration.ofDays(50));
        assertEquals(last, known.decide(plan(leapt)).outcome().at());
    }

    /** Of several that go and say the same, the first has the bytes. */
    @Test
    void theBytesOfAContentAreToldOnce() {
        Past past = new Past()
                .draft("d", 2, DraftStatus.OPEN, DraftLineage.none())
                .archived("d", 1)
                .archived("d", 1)
                .version("d", 2, "", false, false);
        PlanRetention.State state = new PlanRetention.State(past.history(), Past.day(9));
        RetentionPlan plan = plan(NOON).decides(state, CALL).outcome();
        assertEquals(
                List.of(
                        new Fate<>(3L, Set.of(Reason.LATEST, Reason.NOT_ARCHIVED), 0),
                        new Fate<>(2L, Set.of(), 10),
                        new Fate<>(1L, Set.of(), 0)),
                plan.versions());
        assertEquals(
                List.of(
                        new Fate<>(DraftRef.of("d", 2), Set.of(Reason.CURRENT, Reason.PUBLISHED), 0),
                        new Fate<>(DraftRef.of("d", 1), Set.of(), 0)),
                plan.revisions());
        assertEquals(1, plan.contents());
        assertEquals(10, plan.bytes());
    }
}
