package dev.stet.rules;

import static dev.stet.rules.DraftVerbs.BOTH;
import static dev.stet.rules.DraftVerbs.FIRST;
import static dev.stet.rules.DraftVerbs.GOOD_DAY;
import static dev.stet.rules.DraftVerbs.HELLO;
import static dev.stet.rules.DraftVerbs.LIVELY;
import static dev.stet.rules.DraftVerbs.apply;
import static dev.stet.rules.DraftVerbs.discard;
import static dev.stet.rules.DraftVerbs.draftOn;
import static dev.stet.rules.DraftVerbs.merge;
import static dev.stet.rules.DraftVerbs.open;
import static dev.stet.rules.DraftVerbs.rebase;
import static dev.stet.rules.DraftVerbs.save;
import static dev.stet.rules.Known.KEY;
import static dev.stet.rules.Known.POLICIES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.access.AccessDeniedException;
import dev.stet.access.Change;
import dev.stet.access.Subject;
import dev.stet.agent.AgentUnavailableException;
import dev.stet.content.Content;
import dev.stet.content.ContentLimits;
import dev.stet.content.InvalidContentException;
import dev.stet.draft.AfterPublish;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftClosedException;
import dev.stet.draft.DraftLineage;
import dev.stet.draft.DraftRevision.Cause;
import dev.stet.draft.SaveOutcome;
import dev.stet.error.InvalidInputException;
import dev.stet.error.NotFoundException;
import dev.stet.facts.AgentChange;
import dev.stet.merge.MergeConflictException;
import dev.stet.merge.MergePlan;
import dev.stet.merge.Resolution;
import dev.stet.merge.Resolutions;
import dev.stet.merge.StalePlanException;
import dev.stet.ref.DraftId;
import dev.stet.ref.Ref;
import dev.stet.version.Publish;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How a plan to rebase a draft, or to merge one into another, is carried out. */
final class ApplyMergeTest {
    private static final Content AHOY = Pages.json("{'greeting':'Ahoy.','voice':'calm'}");
    private static final DraftId WORK = DraftId.of("d-2");

    /** A draft {@code d-2} on version 1, and a version 2 since. */
    private static Known stale(Content content) {
        Known known = Known.agent();
        known.publish(HELLO);
        draftOn(known, 1, content);
        known.publish(GOOD_DAY);
        return known;
    }

    private static MergePlan rebasing(Known known) {
        return rebase(known, known.draft(KEY, WORK));
    }

    private static ApplyMerge resolved(MergePlan plan, Resolutions resolutions) {
        return new ApplyMerge(KEY, plan, resolutions, POLICIES);
    }

    @Test
    void aRebaseIsTheNextRevisionOnTheLatestVersion() {
        Known known = stale(LIVELY);
        Decision<SaveOutcome> decision = known.decide(apply(rebasing(known)));
        SaveOutcome.Saved outcome = assertInstanceOf(SaveOutcome.Saved.class, decision.outcome());
        assertEquals(Cause.REBASED, outcome.revision().cause());
        assertEquals(Set.of("greeting"), outcome.revision().changedSections());
        assertEquals(DraftLineage.onVersion(2), outcome.draft().lineage());
        assertEquals(BOTH.hash(), outcome.draft().hash());
        assertEquals(List.of(new NewContent(BOTH, Optional.of(LIVELY.hash()))), decision.contents());
        AgentChange change = decision.changes().orElseThrow();
        assertEquals(List.of(outcome.draft()), change.drafts());
        assertEquals(List.of(outcome.revision()), change.revisions());
        assertEquals(Subject.agent().draft(WORK, 3), change.audit().subject());
        assertEquals(
                Map.of(
                        "revision", Change.of(2, 3),
                        "content", Change.of(LIVELY.hash(), BOTH.hash()),
                        "base", Change.of("version 1", "version 2")),
                change.audit().changes());
        assertEquals(List.of("REBASE_DRAFT"), known.asked());
    }

    @Test
    void aMergeBringsInTheOtherDraftAndLeavesItAsItIs() {
        Known known = stale(LIVELY);
        Draft other = draftOn(known, 2, Pages.json("{'greeting':'Good day.','voice':'calm','model':'m-1'}"));
        Draft work = known.draft(KEY, WORK);
        Decision<SaveOutcome> decision = known.decide(apply(merge(known, other, work)));
        SaveOutcome.Saved outcome = assertInstanceOf(SaveOutcome.Saved.class, decision.outcome());
        assertEquals(Cause.MERGED, outcome.revision().cause());
        assertEquals(OptionalLong.of(2), outcome.draft().base());
        assertEquals(
                Pages.json("{'greeting':'Good day.','voice':'lively','model':'m-1'}")
                        .hash(),
                outcome.draft().hash());
        assertEquals(List.of(outcome.draft()), decision.changes().orElseThrow().drafts());
        assertEquals(List.of("MERGE_DRAFT"), known.asked());
    }

    @Test
    void whereOnlyTheBaseChangesThatIsARevisionToo() {
        Known known = stale(GOOD_DAY);
        Decision<SaveOutcome> decision = known.decide(apply(rebasing(known)));
        SaveOutcome.Saved outcome = assertInstanceOf(SaveOutcome.Saved.class, decision.outcome());
        assertEquals(Set.of(), outcome.revision().changedSections());
        assertEquals(
                Map.of("revision", Change.of(2, 3), "base", Change.of("version 1", "version 2")),
                decision.changes().orElseThrow().audit().changes());
    }

    @Test
    void whereThereIsNothingToBringInNothingChanges() {
        Known known = stale(LIVELY);
        known.make(apply(rebasing(known)));
        Decision<SaveOutcome> decision = known.decide(apply(rebasing(known)));
        assertEquals(new SaveOutcome.Unchanged(known.draft(KEY, WORK)), decision.outcome());
        assertTrue(decision.changes().isEmpty());
    }

    @Test
    void whereBothChangedTheSamePlacesSomebodyHasToDecide() {
        Known known = stale(AHOY);
        MergePlan plan = rebasing(known);
        assertEquals(
                plan, known.refusal(MergeConflictException.class, apply(plan)).plan());
        Map<Resolution, Content> decided = Map.of(
                Resolution.ours(), AHOY,
                Resolution.theirs(), GOOD_DAY,
                Resolution.base(), HELLO);
        decided.forEach((resolution, content) -> {
            ApplyMerge verb = resolved(plan, Resolutions.all(resolution));
            assertEquals(content.hash(), known.decide(verb).outcome().draft().hash());
            assertNotEquals(apply(plan).asked().hash(), verb.asked().hash());
        });
        known.refusal(
                InvalidInputException.class, resolved(plan, Resolutions.none().with("no-such", Resolution.ours())));
    }

    @Test
    void aPlanIsStaleOnceTheDraftMoved() {
        Known known = stale(LIVELY);
        MergePlan plan = rebasing(known);
        known.make(save(WORK, AHOY));
        StalePlanException refusal = known.refusal(StalePlanException.class, apply(plan));
        assertEquals(plan, refusal.plan());
        assertTrue(refusal.getMessage().contains("the draft is at revision 3 by now"));
    }

    @Test
    void aPlanIsStaleOnceThereIsALaterVersion() {
        Known known = stale(LIVELY);
        MergePlan plan = rebasing(known);
        known.publish(AHOY);
        assertTrue(known.refusal(StalePlanException.class, apply(plan))
                .getMessage()
                .contains("there is version 3 by now"));
    }

    @Test
    void aPlanIsStaleOnceTheOtherDraftMoved() {
        Known known = stale(LIVELY);
        Draft other = draftOn(known, 2, BOTH);
        MergePlan plan = merge(known, other, known.draft(KEY, WORK));
        known.make(save(other.id(), AHOY));
        assertTrue(known.refusal(StalePlanException.class, apply(plan))
                .getMessage()
                .contains("there is draft"));
    }

    /** That a draft builds on another version at the same revision comes of a publish that kept it. */
    @Test
    void aPlanIsStaleOnceOneOfTheDraftsBuildsOnAnotherVersion() {
        Known known = stale(LIVELY);
        Draft other = draftOn(known, 2, BOTH);
        MergePlan plan = merge(known, other, known.draft(KEY, WORK));
        Policies keeping = Declared.afterPublish(AfterPublish.KEEP_REBASED);
        known.make(new PublishDraft(KEY, Publish.draft(other.ref()), keeping));
        assertTrue(known.refusal(StalePlanException.class, apply(plan))
                .getMessage()
                .contains("builds on another version by now"));
    }

    @Test
    void whatItComesToMustMeetTheLimits() {
        Known known = stale(LIVELY);
        Policies tight = Declared.limits(ContentLimits.DEFAULT.withMaxBytes(10));
        known.refusal(InvalidContentException.class, new ApplyMerge(KEY, rebasing(known), Resolutions.none(), tight));
    }

    @Test
    void itIsRefusedWhereSomethingIsClosedOrNotThere() {
        Known known = stale(LIVELY);
        MergePlan plan = rebasing(known);
        MergePlan merging = merge(known, known.make(open(Ref.version(2))), known.draft(KEY, WORK));
        Known.agent().refusal(NotFoundException.class, apply(plan));
        Known.nothing().refusal(NotFoundException.class, apply(plan));
        known.make(discard(known.draft(KEY, WORK).ref()));
        known.refusal(DraftClosedException.class, apply(plan));
        known.refusal(DraftClosedException.class, apply(merging));
        known.archive().refusal(AgentUnavailableException.class, apply(plan));
        known.forbid("REBASE_DRAFT").refusal(AccessDeniedException.class, apply(plan));
        known.forbid("MERGE_DRAFT").refusal(AccessDeniedException.class, apply(merging));
    }

    @Test
    void aRetryIsToldTheSame() {
        Known known = stale(LIVELY).on("r-1");
        MergePlan plan = rebasing(known);
        assertEquals(known.make(apply(plan)), known.retry(apply(plan)));
        MergePlan again = rebasing(known);
        assertEquals(known.make(apply(again)), known.retry(apply(again)));
        MergePlan merging = merge(known, known.draft(KEY, FIRST), known.draft(KEY, WORK));
        Set<Object> asked = Set.of(
                apply(plan).asked().hash(),
                apply(again).asked().hash(),
                apply(merging).asked().hash());
        assertEquals(3, asked.size());
    }
}
