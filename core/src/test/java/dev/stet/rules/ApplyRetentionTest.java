package dev.stet.rules;

import static dev.stet.rules.Known.KEY;
import static dev.stet.rules.Known.NOON;
import static dev.stet.rules.RetentionProperties.CALL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stet.access.Action;
import dev.stet.access.Change;
import dev.stet.agent.AgentUnavailableException;
import dev.stet.content.Content;
import dev.stet.content.ContentHash;
import dev.stet.draft.DraftLineage;
import dev.stet.draft.DraftStatus;
import dev.stet.error.NotFoundException;
import dev.stet.facts.AgentChange;
import dev.stet.facts.Receipt;
import dev.stet.ref.DraftRef;
import dev.stet.retention.Keep;
import dev.stet.retention.RetentionOutcome;
import dev.stet.retention.RetentionPlan;
import dev.stet.retention.RetentionPolicy;
import dev.stet.retention.StaleRetentionException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ApplyRetentionTest {
    private static final RetentionPolicy POLICY =
            RetentionPolicy.keepingAll().archivedVersions(Keep.newest(0)).draftRevisions(Keep.newest(0));
    private final Known known = Known.agent();

    private static ApplyRetention apply(Instant now) {
        return ApplyRetention.of(KEY, POLICY, now);
    }

    private static Change gone(String what) {
        return new Change(Optional.of(what), Optional.empty());
    }

    /** So many versions, of which all but the last are archived. */
    private void archived(int count) {
        for (int i = 1; i <= count; i++) {
            known.publish(Past.content("version " + i));
        }
        for (int i = 1; i < count; i++) {
            known.archive(i);
        }
    }

    @Test
    void whatMayGoIsDroppedAndPutOnRecord() {
        Past past = new Past()
                .draft("d", 2, DraftStatus.OPEN, DraftLineage.none())
                .archived("d", 1)
                .archived("d", 1)
                .version("d", 3, "", true, true)
                .archived("d", 4)
                .archived("d", 5);
        PlanRetention.State state = new PlanRetention.State(past.history(), Past.day(9));
        Decision<RetentionOutcome> decision = apply(NOON).decides(state, CALL);
        RetentionOutcome outcome = new RetentionOutcome(3, 1, 2, 20, false);
        assertEquals(outcome, decision.outcome());
        AgentChange change = decision.changes().orElseThrow();
        assertEquals(List.of(1L, 2L, 4L), change.removed().versions());
        assertEquals(List.of(DraftRef.of("d", 1)), change.removed().revisions());
        assertEquals(Action.APPLY_RETENTION, change.audit().action());
        assertEquals(
                Map.of(
                        "versions", gone("3"),
                        "version numbers", gone("1-2, 4"),
                        "draft revisions", gone("1"),
                        "contents", gone("2"),
                        "bytes", gone("20"),
                        "more to go", Change.to(false)),
                change.audit().changes());
        assertEquals(new Receipt.OfRetention(outcome), change.receipt());
    }

    /** Rows that no store should have do not keep retention from its end. */
    @Test
    void contentsThatBuildOnEachOtherInACircleGoTogether() {
        ContentHash one = Past.content("one").hash();
        ContentHash other = Past.content("other").hash();
        Past past = new Past().stored(one, Optional.of(other), 1).stored(other, Optional.of(one), 2);
        PlanRetention.State state = new PlanRetention.State(past.history(), NOON);
        assertEquals(
                new RetentionOutcome(0, 0, 2, 3, false),
                apply(NOON).decides(state, CALL).outcome());
    }

    @Test
    void whereNothingMayGoNothingChanges() {
        Decision<RetentionOutcome> decision = known.decide(apply(NOON));
        assertEquals(RetentionOutcome.nothing(), decision.outcome());
        assertEquals(Optional.empty(), decision.changes());
        assertEquals(List.of("APPLY_RETENTION"), known.asked());
        AgentChange onRecord = known.on("r-1").decide(apply(NOON)).changes().orElseThrow();
        assertFalse(onRecord.audit().changed());
        assertEquals(Map.of(), onRecord.audit().changes());
    }

    @Test
    void aRetryIsToldWhatTheFirstCallDropped() {
        archived(3);
        RetentionOutcome outcome = known.on("r-1").make(apply(NOON));
        assertEquals(2, outcome.versions());
        assertEquals(outcome, known.retry(apply(NOON)));
        assertEquals(RetentionOutcome.nothing(), known.on("r-2").make(apply(NOON)));
        assertEquals(RetentionOutcome.nothing(), known.retry(apply(NOON)));
    }

    @Test
    void aPlanIsAppliedToWhatItWasMadeOnOrNotAtAll() {
        archived(3);
        RetentionPlan plan = known.make(new PlanRetention(KEY, POLICY, NOON));
        assertEquals(List.of(2L, 1L), plan.versionsToGo());
        Known other = known.after(Duration.ofHours(1));
        assertEquals(
                plan.at(),
                ApplyRetention.of(plan).needs(other.agent(KEY), other).at());
        assertEquals(2, known.make(ApplyRetention.of(plan)).versions());
        StaleRetentionException stale =
                assertThrows(StaleRetentionException.class, () -> known.decide(ApplyRetention.of(plan)));
        assertEquals(plan, stale.plan());
        assertEquals(plan.head() + 1, stale.actualHead());
    }

    @Test
    void anArchivedAgentStaysAsItIs() {
        known.archive();
        assertThrows(AgentUnavailableException.class, () -> known.decide(apply(NOON)));
        assertThrows(NotFoundException.class, () -> Known.nothing().decide(apply(NOON)));
    }

    @Test
    void whatServedWithinTheWhileStays() {
        known.publish(Content.empty());
        known.deploy(1, "live");
        known.publish(Past.content("next"));
        known.after(Duration.ofHours(4)).deploy(2, "live");
        known.after(Duration.ofHours(6)).archive(1);
        Instant now = NOON.plus(Duration.ofHours(10));
        Duration six = Duration.ofHours(6);
        assertEquals(0, served(six.plusNanos(1_000), now));
        assertEquals(1, served(six, now));
        assertEquals(0, served(six, now.minusNanos(1_000)));
    }

    private long served(Duration within, Instant now) {
        return known.decide(ApplyRetention.of(KEY, POLICY.servedWithin(within), now))
                .outcome()
                .versions();
    }

    @Test
    void aPlanIsAskedForByItsTimeAndPlace() {
        Asked policy = new Asked()
                .with("revisions", POLICY.revisions().orElseThrow())
                .with("archived", POLICY.archived().orElseThrow())
                .with("served within", POLICY.servedWithin());
        assertEquals(policy.hash(), apply(NOON).asked().hash());
        assertEquals(policy.hash(), apply(NOON.plusSeconds(1)).asked().hash());
        RetentionPlan plan = known.make(new PlanRetention(KEY, POLICY, NOON));
        assertEquals(
                policy.with("head", 1).with("at", NOON).hash(),
                ApplyRetention.of(plan).asked().hash());
        assertEquals(
                new Asked().with("served within", Duration.ofDays(90)).hash(),
                ApplyRetention.of(KEY, RetentionPolicy.keepingAll(), NOON)
                        .asked()
                        .hash());
    }
}
