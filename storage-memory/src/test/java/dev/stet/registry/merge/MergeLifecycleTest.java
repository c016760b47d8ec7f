package dev.stet.registry.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.Range;
import dev.stet.Workspace;
import dev.stet.access.Action;
import dev.stet.access.AuditEntry;
import dev.stet.access.RequestIdReusedException;
import dev.stet.content.Content;
import dev.stet.content.ContentRules;
import dev.stet.content.JsonValue;
import dev.stet.draft.AfterPublish;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftClosedException;
import dev.stet.draft.DraftRevision;
import dev.stet.draft.DraftStatus;
import dev.stet.draft.Edit;
import dev.stet.draft.NewDraft;
import dev.stet.draft.SaveOutcome;
import dev.stet.error.InvalidInputException;
import dev.stet.error.NotFoundException;
import dev.stet.merge.Merge;
import dev.stet.merge.Merge.Clean;
import dev.stet.merge.MergeConflictException;
import dev.stet.merge.MergePlan;
import dev.stet.merge.Resolution;
import dev.stet.merge.Resolutions;
import dev.stet.merge.StalePlanException;
import dev.stet.ref.Ref;
import dev.stet.ref.RequestId;
import dev.stet.registry.FrontDesk;
import dev.stet.storage.tck.Promise;
import dev.stet.version.ContentRulesException;
import dev.stet.version.Publish;
import dev.stet.version.PublishOutcome;
import dev.stet.version.PublishOutcome.Equal;
import dev.stet.version.PublishOutcome.Published;
import dev.stet.version.PublishOutcome.Unchanged;
import dev.stet.version.StaleBaseException;
import dev.stet.version.Version;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How drafts take in what others made of the same base. */
class MergeLifecycleTest extends FrontDesk {
    /** A draft on version 1 with another temperature, while version 2 has another prompt. */
    private Draft overtaken() {
        published();
        Draft draft = saved(drafts().open(NewDraft.from(Ref.version(1), "Cooler")), "model", "0.1");
        publishedNext("Good morning.");
        return draft;
    }

    private Draft saved(Draft draft, String section, String json) {
        return drafts().save(draft.ref(), Edit.section(section, JsonValue.parse(json)))
                .draft();
    }

    private Content read(Ref ref) {
        return ana().contents(DESK).read(ref);
    }

    private static Content both() {
        return GREETING.withSection("model", JsonValue.parse("0.1"))
                .withSection("prompt", JsonValue.of("Good morning."));
    }

    private AuditEntry lastEntry() {
        return ana().audit().of(DESK, Range.first(1)).items().get(0);
    }

    @Test
    void aRebasedDraftHoldsBothSidesAndBuildsOnTheLatestVersion() {
        Draft draft = overtaken();
        MergePlan plan = drafts().planRebase(draft.id());
        assertTrue(plan.isClean());
        assertEquals(Optional.of(Ref.version(1)), plan.base());
        SaveOutcome.Saved saved = assertInstanceOf(SaveOutcome.Saved.class, drafts().apply(plan));
        assertEquals(OptionalLong.of(2), saved.draft().base());
        assertEquals(draft.revision() + 1, saved.draft().revision());
        assertEquals(DraftRevision.Cause.REBASED, saved.revision().cause());
        assertEquals(OptionalLong.of(2), saved.revision().base());
        assertEquals(Set.of("prompt"), saved.revision().changedSections());
        assertEquals(both(), read(Ref.draft(draft.id())));
        assertEquals(Action.REBASE_DRAFT, lastEntry().action());
        assertEquals(
                3, version(drafts().publish(Publish.draft(saved.draft().ref()))).number());
    }

    @Test
    void aRebaseThatBringsNothingNewStillMovesTheBase() {
        published();
        Draft draft = saved(drafts().open(NewDraft.from(Ref.version(1), "Same")), "Good morning.");
        publishedNext("Good morning.");
        SaveOutcome.Saved saved =
                assertInstanceOf(SaveOutcome.Saved.class, drafts().apply(drafts().planRebase(draft.id())));
        assertEquals(Set.of(), saved.revision().changedSections());
        assertEquals(OptionalLong.of(2), drafts().get(draft.id()).base());
        SaveOutcome again = drafts().apply(drafts().planRebase(draft.id()));
        assertEquals(new SaveOutcome.Unchanged(saved.draft()), again);
    }

    @Test
    void conflictsAreDataAndTheirResolutionsMakeContent() {
        published();
        Draft draft = saved(drafts().open(NewDraft.from(Ref.version(1), "Mine")), "Good evening.");
        publishedNext("Good morning.");
        MergePlan plan = drafts().planRebase(draft.id());
        assertEquals("[TYPE_CHANGED at /prompt]", plan.merge().conflicts().toString());
        MergeConflictException refusal = assertThrows(MergeConflictException.class, () -> drafts().apply(plan));
        assertEquals(plan, refusal.plan());
        assertThrows(
                InvalidInputException.class,
                () -> drafts().apply(plan, Resolutions.none().with("/model", Resolution.ours())));
        Resolution said = Resolution.value(JsonValue.of("Good day."));
        Draft rebased =
                drafts().apply(plan, Resolutions.none().with("/prompt", said)).draft();
        assertEquals(GREETING.withSection("prompt", JsonValue.of("Good day.")), read(Ref.revision(rebased.ref())));
        assertEquals(OptionalLong.of(2), rebased.base());
    }

    @Promise(4)
    @Test
    void aPlanIsRefusedOnceSomethingMoved() {
        Draft draft = overtaken();
        MergePlan plan = drafts().planRebase(draft.id());
        publishedNext("Good afternoon.");
        StalePlanException refusal = assertThrows(StalePlanException.class, () -> drafts().apply(plan));
        assertEquals(plan, refusal.plan());
        MergePlan anew = drafts().planRebase(draft.id());
        saved(draft, "voice", "1");
        assertThrows(StalePlanException.class, () -> drafts().apply(anew));
        Draft other = drafts().open(NewDraft.from(Ref.version(2), "Other"));
        MergePlan merge = drafts().planMerge(other.id(), draft.id());
        saved(other, "voice", "2");
        assertThrows(StalePlanException.class, () -> drafts().apply(merge));
        assertEquals(3, drafts().get(draft.id()).revision());
    }

    @Test
    void aClosedDraftTakesNothingIn() {
        Draft draft = overtaken();
        MergePlan plan = drafts().planRebase(draft.id());
        drafts().discard(draft.ref());
        assertThrows(DraftClosedException.class, () -> drafts().apply(plan));
    }

    @Test
    void thereMustBeAVersionToRebaseOnto() {
        Draft draft = created();
        assertEquals(draft, drafts().get(draft.id()));
        assertThrows(NotFoundException.class, () -> drafts().planRebase(draft.id()));
    }

    @Test
    void oneDraftIsMergedIntoAnother() {
        published();
        Draft into = saved(drafts().open(NewDraft.from(Ref.version(1), "Into")), "model", "0.1");
        publishedNext("Good morning.");
        Draft from = saved(drafts().open(NewDraft.from(Ref.version(2), "From")), "voice", "1");
        MergePlan plan = drafts().planMerge(from.id(), into.id());
        assertEquals(Optional.of(Ref.version(1)), plan.base());
        SaveOutcome.Saved saved = assertInstanceOf(SaveOutcome.Saved.class, drafts().apply(plan));
        assertEquals(DraftRevision.Cause.MERGED, saved.revision().cause());
        assertEquals(OptionalLong.of(2), saved.draft().base());
        assertEquals(both().withSection("voice", JsonValue.parse("1")), read(Ref.draft(into.id())));
        assertEquals(Action.MERGE_DRAFT, lastEntry().action());
        assertEquals(from, drafts().get(from.id()));
    }

    @Test
    void draftsOpenedFromEachOtherMergeOnWhereTheyPartedWays() {
        published();
        Draft parent = saved(drafts().open(NewDraft.from(Ref.version(1), "Parent")), "voice", "1");
        Draft fork = drafts().open(NewDraft.from(Ref.draft(parent.id()), "Fork"));
        Draft second = drafts().open(NewDraft.from(Ref.draft(parent.id()), "Second"));
        parent = saved(parent, "voice", "2");
        saved(fork, "model", "0.1");
        saved(second, "tools", "[]");
        MergePlan back = drafts().planMerge(fork.id(), parent.id());
        assertEquals(Optional.of(Ref.revision(fork.lineage().forkedFrom().orElseThrow())), back.base());
        assertTrue(back.isClean());
        MergePlan out = drafts().planMerge(parent.id(), fork.id());
        assertEquals(back.base(), out.base());
        assertEquals(back.base(), drafts().planMerge(fork.id(), second.id()).base());
        drafts().apply(back);
        assertEquals(
                GREETING.withSection("voice", JsonValue.parse("2")).withSection("model", JsonValue.parse("0.1")),
                read(Ref.draft(parent.id())));
    }

    @Test
    void anyThreeContentsMerge() {
        overtaken();
        Content mine = GREETING.withSection("model", JsonValue.parse("0.1"));
        Merge merge = ana().contents(DESK).merge(Ref.version(1), Ref.content(mine), Ref.version(2));
        assertEquals(both(), assertInstanceOf(Clean.class, merge).content());
    }

    @Test
    void aPublishMayRebaseWhatIsStale() {
        Draft draft = overtaken();
        assertThrows(StaleBaseException.class, () -> drafts().publish(Publish.draft(draft.ref())));
        Published published = assertInstanceOf(
                Published.class,
                drafts().publish(Publish.draft(draft.ref()).rebasingIfClean().deployTo("sandbox")));
        Version version = published.version();
        assertEquals(3, version.number());
        assertEquals(both(), read(Ref.version(3)));
        assertEquals(Set.of("model"), version.changedSections());
        assertEquals(OptionalLong.of(2), version.lineage().base());
        assertEquals(draft.revision() + 1, published.draft().revision());
        assertEquals(DraftStatus.PUBLISHED, published.draft().status());
        DraftRevision revision = drafts().findRevision(published.draft().ref()).orElseThrow();
        assertEquals(DraftRevision.Cause.REBASED, revision.cause());
        assertEquals(version.hash(), revision.hash());
        assertEquals(3, ana().resolve(DESK, "sandbox").version().orElseThrow());
    }

    @Test
    void aPublishThatMayRebaseDoesNotWhereItNeedNot() {
        Draft draft = created();
        PublishOutcome outcome = drafts().publish(Publish.draft(draft.ref()).rebasingIfClean());
        assertEquals(
                draft.revision(),
                assertInstanceOf(Published.class, outcome).draft().revision());
    }

    @Test
    void aPublishThatMeetsConflictsCarriesThePlan() {
        published();
        Draft draft = saved(drafts().open(NewDraft.from(Ref.version(1), "Mine")), "Good evening.");
        publishedNext("Good morning.");
        MergeConflictException refusal = assertThrows(
                MergeConflictException.class,
                () -> drafts().publish(Publish.draft(draft.ref()).rebasingIfClean()));
        Draft resolved = drafts().apply(refusal.plan(), Resolutions.all(Resolution.ours()))
                .draft();
        assertEquals(3, version(drafts().publish(Publish.draft(resolved.ref()))).number());
        assertEquals(GREETING.withSection("prompt", JsonValue.of("Good evening.")), read(Ref.version(3)));
    }

    /** What both inserted alike stands once, also where one of them changed what comes after it. */
    @Promise(18)
    @Test
    void aPublishThatMayRebaseRepeatsNothing() {
        assertEquals(
                JsonValue.parse("[\"p\",\"q\",\"B\"]"),
                publishedOver("[\"p\",\"A\"]", "[\"p\",\"q\",\"B\"]", "[\"p\",\"q\",\"A\"]"));
    }

    @Promise(18)
    @Test
    void aPublishThatMayRebaseTakesAnInsertionOfBothOnce() {
        assertEquals(
                JsonValue.parse("[\"p\",\"q\"]"),
                publishedOver("[\"p\",\"A\"]", "[\"p\",\"q\"]", "[\"p\",\"q\",\"A\"]"));
    }

    @Promise(18)
    @Test
    void aPublishThatMayRebaseMakesNoTwoToolsOfOne() {
        String tool = "[{\"name\":\"$\",\"url\":\"/l\"}]";
        assertThrows(
                MergeConflictException.class,
                () -> publishedOver(
                        tool.replace("$", "lookup"),
                        tool.replace("$", "find_slots"),
                        tool.replace("$", "search_slots")));
    }

    /** What becomes of a section that one publishes as {@code theirs}, and then another who meant {@code ours}. */
    private JsonValue publishedOver(String base, String ours, String theirs) {
        version(drafts().publish(Publish.draft(saved(created(), "tools", base).ref())));
        Draft mine = saved(drafts().open(NewDraft.from(Ref.version(1), "Mine")), "tools", ours);
        Draft other = saved(drafts().open(NewDraft.from(Ref.version(1), "Theirs")), "tools", theirs);
        version(drafts().publish(Publish.draft(other.ref())));
        version(drafts().publish(Publish.draft(mine.ref()).rebasingIfClean()));
        return read(Ref.version(3)).section("tools").orElseThrow();
    }

    @Test
    void whatComesToTheLatestVersionIsNotPublished() {
        published();
        Draft draft = drafts().open(NewDraft.from(Ref.version(1), "Nothing yet"));
        publishedNext("Good morning.");
        PublishOutcome outcome = drafts().publish(Publish.draft(draft.ref()).rebasingIfClean());
        assertEquals(Equal.TO_LATEST, assertInstanceOf(Unchanged.class, outcome).equal());
        assertEquals(2, outcome.version().number());
        assertEquals(draft, drafts().get(draft.id()));
    }

    @Test
    void rulesJudgeTheMergedContent() {
        Draft draft = overtaken();
        ContentRules noTools = ContentRules.none().allowOnly("prompt", "model");
        Workspace strict = ana(declared().contentRules(noTools).build());
        assertThrows(
                ContentRulesException.class,
                () -> strict.drafts(DESK).publish(Publish.draft(draft.ref()).rebasingIfClean()));
        assertEquals(draft, drafts().get(draft.id()));
    }

    @Test
    void aKeptDraftGoesOnFromWhatItWasRebasedTo() {
        Draft draft = overtaken();
        Workspace keeping =
                ana(declared().afterPublish(AfterPublish.KEEP_REBASED).build());
        PublishOutcome outcome =
                keeping.drafts(DESK).publish(Publish.draft(draft.ref()).rebasingIfClean());
        Draft kept = assertInstanceOf(Published.class, outcome).draft();
        assertEquals(kept, drafts().get(draft.id()));
        assertEquals(OptionalLong.of(3), kept.base());
        assertEquals(DraftStatus.OPEN, kept.status());
    }

    @Promise(12)
    @Test
    void aRetryReturnsTheFirstOutcome() {
        Draft draft = overtaken();
        Workspace rebase = ana().request(RequestId.of("rebase"));
        MergePlan plan = drafts().planRebase(draft.id());
        SaveOutcome saved = rebase.drafts(DESK).apply(plan);
        assertEquals(saved, rebase.drafts(DESK).apply(plan));
        assertThrows(RequestIdReusedException.class, () -> rebase.drafts(DESK).apply(drafts().planRebase(draft.id())));
        publishedNext("Good afternoon.");
        Workspace publish = ana().request(RequestId.of("publish"));
        Publish rebasing = Publish.draft(saved.draft().ref()).rebasingIfClean();
        PublishOutcome first = publish.drafts(DESK).publish(rebasing);
        assertEquals(first, publish.drafts(DESK).publish(rebasing));
        assertEquals(List.of(4L), List.of(first.version().number()));
        assertThrows(
                RequestIdReusedException.class,
                () -> publish.drafts(DESK).publish(Publish.draft(draft.ref()).rebasingIfClean()));
    }
}
