package dev.stet.rules;

import static dev.stet.rules.DraftVerbs.BOTH;
import static dev.stet.rules.DraftVerbs.FIRST;
import static dev.stet.rules.DraftVerbs.GOOD_DAY;
import static dev.stet.rules.DraftVerbs.HELLO;
import static dev.stet.rules.DraftVerbs.LIVELY;
import static dev.stet.rules.DraftVerbs.discard;
import static dev.stet.rules.DraftVerbs.draftOn;
import static dev.stet.rules.DraftVerbs.open;
import static dev.stet.rules.DraftVerbs.publish;
import static dev.stet.rules.DraftVerbs.save;
import static dev.stet.rules.Known.KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.access.AccessDeniedException;
import dev.stet.access.Change;
import dev.stet.access.Subject;
import dev.stet.content.Content;
import dev.stet.content.ContentLimits;
import dev.stet.content.InvalidContentException;
import dev.stet.draft.AfterPublish;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftClosedException;
import dev.stet.draft.DraftLineage;
import dev.stet.draft.DraftRevision;
import dev.stet.draft.DraftRevision.Cause;
import dev.stet.draft.DraftStatus;
import dev.stet.error.NotFoundException;
import dev.stet.facts.AgentChange;
import dev.stet.merge.MergeConflictException;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import dev.stet.ref.Ref;
import dev.stet.version.Publish;
import dev.stet.version.PublishOutcome;
import dev.stet.version.PublishOutcome.Equal;
import dev.stet.version.PublishOutcome.Published;
import dev.stet.version.PublishOutcome.Unchanged;
import dev.stet.version.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How a draft becomes a version on top of what came since its base. */
final class PublishRebasingTest {
    private static final DraftId WORK = DraftId.of("d-2");

    /** A draft {@code d-2} on version 1, and a version 2 since. */
    private static Known stale(Content draft, Content latest) {
        Known known = Known.agent();
        known.publish(HELLO);
        draftOn(known, 1, draft);
        known.publish(latest);
        return known;
    }

    private static Publish rebasing(Known known, DraftId draft) {
        return Publish.draft(known.draft(KEY, draft).ref()).rebasingIfClean();
    }

    @Test
    void whatCameSinceIsMergedIntoTheNextRevisionAndThatIsPublished() {
        Known known = stale(LIVELY, GOOD_DAY);
        Decision<PublishOutcome> decision = known.decide(publish(rebasing(known, WORK)));
        Published outcome = assertInstanceOf(Published.class, decision.outcome());
        Version made = outcome.version();
        assertEquals(BOTH.hash(), made.hash());
        assertEquals(Set.of("voice"), made.changedSections());
        assertEquals(OptionalLong.of(2), made.lineage().base());
        assertEquals(DraftRef.of("d-2", 3), made.lineage().draft());
        assertEquals(DraftStatus.PUBLISHED, outcome.draft().status());
        assertEquals(DraftLineage.onVersion(2), outcome.draft().lineage());
        AgentChange change = decision.changes().orElseThrow();
        DraftRevision revision = change.revisions().get(0);
        assertEquals(Cause.REBASED, revision.cause());
        assertEquals(DraftRef.of("d-2", 3), revision.ref());
        assertEquals(Set.of("greeting"), revision.changedSections());
        assertEquals(OptionalLong.of(2), revision.base());
        assertEquals(List.of(new NewContent(BOTH, Optional.of(LIVELY.hash()))), decision.contents());
        assertEquals(Subject.agent().draft(WORK, 3).version(3), change.audit().subject());
        assertEquals(
                Map.of(
                        "revision", Change.of(2, 3),
                        "content", Change.of(LIVELY.hash(), BOTH.hash()),
                        "base", Change.of("version 1", "version 2"),
                        "version", Change.of(2, 3)),
                change.audit().changes());
        assertEquals(List.of("PUBLISH", "REBASE_DRAFT"), known.asked());
        known.forbid("REBASE_DRAFT").refusal(AccessDeniedException.class, publish(rebasing(known, WORK)));
    }

    @Test
    void aDraftOnNoVersionIsMergedWithAllOfTheLatest() {
        Known known = stale(LIVELY, Pages.json("{'model':'m-1'}"));
        known.make(save(FIRST, Pages.json("{'tools':[]}")));
        Decision<PublishOutcome> decision = known.decide(publish(rebasing(known, FIRST)));
        assertEquals(
                Pages.json("{'model':'m-1','tools':[]}").hash(),
                decision.outcome().version().hash());
        assertEquals(
                Change.of("none", "version 2"),
                decision.changes().orElseThrow().audit().changes().get("base"));
    }

    @Test
    void aFreshDraftIsPublishedAsItIs() {
        Known known = stale(LIVELY, GOOD_DAY);
        Draft fresh = draftOn(known, 2, BOTH);
        Decision<PublishOutcome> decision = known.decide(publish(rebasing(known, fresh.id())));
        assertEquals(List.of(), decision.changes().orElseThrow().revisions());
        Known first = Known.agent();
        first.make(save(FIRST, HELLO));
        assertEquals(
                1,
                first.decide(publish(rebasing(first, FIRST)))
                        .outcome()
                        .version()
                        .number());
    }

    @Test
    void whereBothChangedTheSamePlacesSomebodyHasToDecide() {
        Known known = stale(Pages.json("{'greeting':'Ahoy.','voice':'calm'}"), GOOD_DAY);
        MergeConflictException refusal = known.refusal(MergeConflictException.class, publish(rebasing(known, WORK)));
        assertEquals(DraftRef.of("d-2", 2), refusal.plan().draft());
        assertEquals(1, refusal.plan().merge().conflicts().size());
    }

    @Test
    void whatComesToTheLatestVersionIsNotPublishedAgain() {
        Known known = stale(GOOD_DAY, GOOD_DAY);
        Decision<PublishOutcome> decision = known.decide(publish(rebasing(known, WORK)));
        assertEquals(new Unchanged(known.version(KEY, 2), Equal.TO_LATEST, Optional.empty()), decision.outcome());
        assertTrue(decision.changes().isEmpty());
        known.archive(2);
        Published outcome = assertInstanceOf(
                Published.class, known.decide(publish(rebasing(known, WORK))).outcome());
        assertEquals(3, outcome.version().number());
        assertEquals(DraftRef.of("d-2", 3), outcome.version().lineage().draft());
    }

    @Test
    void anUntouchedDraftComesToTheLatestVersion() {
        Known known = stale(LIVELY, GOOD_DAY);
        Draft untouched = known.make(open(Ref.version(1)));
        Decision<PublishOutcome> decision =
                known.decide(publish(rebasing(known, untouched.id()).deployTo("sandbox")));
        Unchanged outcome = assertInstanceOf(Unchanged.class, decision.outcome());
        assertEquals(Equal.TO_LATEST, outcome.equal());
        assertEquals(OptionalLong.of(2), outcome.deployment().orElseThrow().version());
    }

    @Test
    void whatItComesToMustMeetTheLimits() {
        Known known = stale(LIVELY, Pages.json("{'greeting':'Hello.','voice':'calm','model':'m-1'}"));
        Policies tight = Declared.limits(ContentLimits.DEFAULT.withMaxBytes(LIVELY.size() + 10));
        known.refusal(InvalidContentException.class, new PublishDraft(KEY, rebasing(known, WORK), tight));
    }

    @Test
    void theBaseMustStillBeThereWhileTheDraftIsOpen() {
        Known known = stale(LIVELY, GOOD_DAY).drop(1);
        known.refusal(NotFoundException.class, publish(rebasing(known, WORK)));
        Publish superseding = rebasing(known, WORK).superseding(2);
        assertEquals(3, known.decide(publish(superseding)).outcome().version().number());
        known.make(discard(DraftRef.of("d-2", 2)));
        known.refusal(DraftClosedException.class, publish(rebasing(known, WORK)));
    }

    @Test
    void aDraftThatIsKeptGoesOnAtTheMergedRevision() {
        Known known = stale(LIVELY, GOOD_DAY);
        PublishDraft verb =
                new PublishDraft(KEY, rebasing(known, WORK), Declared.afterPublish(AfterPublish.KEEP_REBASED));
        Published outcome = assertInstanceOf(Published.class, known.make(verb));
        assertEquals(known.draft(KEY, WORK), outcome.draft());
        assertEquals(DraftRef.of("d-2", 3), outcome.draft().ref());
        assertEquals(DraftLineage.onVersion(3), outcome.draft().lineage());
        assertEquals(BOTH, known.content(KEY, outcome.draft()));
    }

    @Test
    void aRetryIsToldTheSame() {
        Known known = stale(LIVELY, GOOD_DAY).on("r-1");
        PublishDraft verb = publish(rebasing(known, WORK));
        assertEquals(known.make(verb), known.retry(verb));
        Draft untouched = known.make(open(Ref.version(2)));
        PublishDraft same = publish(rebasing(known, untouched.id()));
        assertEquals(known.make(same), known.retry(same));
    }
}
