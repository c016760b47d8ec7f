package dev.stet.registry.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.Range;
import dev.stet.Retention;
import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.Action;
import dev.stet.access.AuditEntry;
import dev.stet.access.Change;
import dev.stet.access.RequestIdReusedException;
import dev.stet.agent.AgentEdit;
import dev.stet.agent.AgentStatus;
import dev.stet.agent.AgentUnavailableException;
import dev.stet.content.Content;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftRevision;
import dev.stet.draft.Edit;
import dev.stet.draft.NewDraft;
import dev.stet.environment.Deploy;
import dev.stet.environment.Deployment;
import dev.stet.environment.Promote;
import dev.stet.environment.RollBack;
import dev.stet.environment.RollBackException;
import dev.stet.error.InvalidInputException;
import dev.stet.error.NotFoundException;
import dev.stet.page.ConfigPage;
import dev.stet.page.PageEdit;
import dev.stet.ref.AgentId;
import dev.stet.ref.DraftRef;
import dev.stet.ref.PageRef;
import dev.stet.ref.Ref;
import dev.stet.ref.RequestId;
import dev.stet.retention.Fate;
import dev.stet.retention.Keep;
import dev.stet.retention.Reason;
import dev.stet.retention.RetentionOutcome;
import dev.stet.retention.RetentionPlan;
import dev.stet.retention.RetentionPolicy;
import dev.stet.retention.StaleRetentionException;
import dev.stet.storage.tck.Promise;
import dev.stet.version.Annotate;
import dev.stet.version.Publish;
import dev.stet.version.Version;
import dev.stet.version.VersionFilter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a host may drop of an agent's history goes, with all that it names; what is needed stays, and reads as before. */
class RetentionTest extends RetainedDesk {
    private List<Long> there() {
        return versions().list(VersionFilter.all(), Range.first(99)).items().stream()
                .map(Version::number)
                .toList();
    }

    private Set<Reason> why(RetentionPlan plan, long version) {
        return plan.versions().stream()
                .filter(fate -> fate.of() == version)
                .findFirst()
                .orElseThrow()
                .reasons();
    }

    private static Set<Reason> why(RetentionPlan plan, DraftRef revision) {
        return plan.revisions().stream()
                .filter(fate -> fate.of().equals(revision))
                .findFirst()
                .orElseThrow()
                .reasons();
    }

    @Promise(7)
    @Test
    void archivedVersionsGoAndTheirNumbersAreNeverGivenAgain() {
        history(5, 1, 2, 4);
        RetentionPlan plan = retention().plan(NOTHING_BUT_NEEDED);
        assertEquals(List.of(4L, 2L, 1L), plan.versionsToGo());
        assertEquals(
                List.of(5L, 4L, 3L, 2L, 1L),
                plan.versions().stream().map(Fate::of).toList());
        RetentionOutcome outcome = retention().apply(plan);
        assertEquals(List.of(5L, 3L), there());
        assertEquals(3, outcome.versions());
        assertFalse(outcome.more());
        everythingVerifies();
        assertEquals(6, publishedNext("Good evening.").number());
        assertEquals(5, versions().get(6).lineage().parent().orElseThrow());
        everythingVerifies();
    }

    @Test
    void thePlanTellsWhatGoesToTheByte() {
        history(6, 1, 2, 3, 4, 5);
        Draft detour = saved(drafts().open(NewDraft.from(Ref.version(6), "Detour")), "A detour.");
        drafts().restore(detour.ref(), Ref.version(6));
        long before = storedBytes();
        int rows = contents().size();
        RetentionPlan plan = retention().plan(NOTHING_BUT_NEEDED);
        assertEquals(before, storedBytes());
        assertTrue(plan.bytes() > 0);
        RetentionOutcome outcome = retention().apply(plan);
        assertEquals(before - plan.bytes(), storedBytes());
        assertEquals(rows - plan.contents(), contents().size());
        assertEquals(
                new RetentionOutcome(
                        plan.versionsToGo().size(), plan.revisionsToGo().size(), plan.contents(), plan.bytes(), false),
                outcome);
        assertTrue(retention().plan(NOTHING_BUT_NEEDED).isEmpty());
        assertEquals(RetentionOutcome.nothing(), retention().apply(NOTHING_BUT_NEEDED));
    }

    @Promise(7)
    @Test
    void whatIsNeededStaysAndThePlanSaysWhy() {
        history(9);
        environments().deploy(Deploy.version(1, "sandbox"));
        environments().deploy(Deploy.version(2, "sandbox"));
        annotate(3, Annotate.nothing().pinned(true));
        annotate(4, Annotate.nothing().label("first"));
        Draft open = drafts().open(NewDraft.from(Ref.version(5), "on 5"));
        archive(1, 3, 4, 5, 6, 7, 9);
        RetentionPolicy policy =
                RetentionPolicy.keepingAll().archivedVersions(Keep.newest(2)).servedWithin(Duration.ofDays(1));
        RetentionPlan plan = retention().plan(policy);
        assertEquals(Set.of(Reason.LATEST, Reason.AMONG_NEWEST), why(plan, 9));
        assertEquals(Set.of(Reason.NOT_ARCHIVED), why(plan, 8));
        assertEquals(Set.of(Reason.AMONG_NEWEST), why(plan, 7));
        assertEquals(Set.of(), why(plan, 6));
        assertEquals(Set.of(Reason.BASE_OF_OPEN_DRAFT), why(plan, 5));
        assertEquals(Set.of(Reason.LABELLED), why(plan, 4));
        assertEquals(Set.of(Reason.PINNED), why(plan, 3));
        assertEquals(Set.of(Reason.NOT_ARCHIVED, Reason.SERVES, Reason.SERVED), why(plan, 2));
        assertEquals(Set.of(Reason.SERVED), why(plan, 1));
        assertEquals(Set.of(Reason.CURRENT, Reason.ALL_KEPT), why(plan, open.ref()));
        assertEquals(List.of(), plan.revisionsToGo());
        retention().apply(plan);
        assertEquals(List.of(9L, 8L, 7L, 5L, 4L, 3L, 2L, 1L), there());
        assertTrue(drafts().planRebase(open.id()).isClean());
        everythingVerifies();
    }

    @Test
    void youngVersionsStay() {
        history(3, 1, 2);
        RetentionPolicy days = NOTHING_BUT_NEEDED.archivedVersions(Keep.young(Duration.ofDays(1)));
        assertEquals(Set.of(Reason.YOUNG), why(retention().plan(days), 1));
        RetentionPolicy seconds = NOTHING_BUT_NEEDED.archivedVersions(Keep.young(Duration.ofSeconds(1)));
        assertEquals(Set.of(), why(retention().plan(seconds), 1));
    }

    @Test
    void draftRevisionsGoButForTheNewestAndThoseThatAreNeeded() {
        Draft draft = created();
        for (int i = 2; i <= 7; i++) {
            draft = saved(draft, "Save " + i);
        }
        DraftRef forked = new DraftRef(draft.id(), 7);
        Draft fork = saved(drafts().open(NewDraft.from(Ref.draft(draft.id()), "Fork")), "Fork");
        for (int i = 8; i <= 12; i++) {
            draft = saved(draft, "Save " + i);
        }
        RetentionPolicy policy = RetentionPolicy.keepingAll().draftRevisions(Keep.newest(3));
        RetentionPlan plan = retention().plan(policy);
        assertEquals(Set.of(Reason.FORKED), why(plan, forked));
        assertEquals(Set.of(Reason.CURRENT, Reason.AMONG_NEWEST), why(plan, draft.ref()));
        assertEquals(8, plan.revisionsToGo().size());
        retention().apply(plan);
        assertEquals(
                List.of(12L, 11L, 10L, 7L),
                drafts().revisions(draft.id(), Range.first(99)).items().stream()
                        .map(DraftRevision::number)
                        .toList());
        everythingVerifies();
        DraftRef gone = new DraftRef(draft.id(), 2);
        assertTrue(drafts().findRevision(gone).isEmpty());
        assertTrue(
                assertThrows(NotFoundException.class, () -> ana().contents(DESK).read(Ref.revision(gone)))
                        .dropped());
        assertEquals(
                Optional.of(Ref.revision(forked)),
                drafts().planMerge(fork.id(), draft.id()).base());
        assertEquals(13, saved(draft, "Save 13").revision());
        everythingVerifies();
    }

    @Test
    void theRevisionThatAVersionWasMadeOfStaysWithIt() {
        history(3, 1);
        DraftRef first = versions().get(1).lineage().draft();
        DraftRef second = versions().get(2).lineage().draft();
        saved(drafts().open(NewDraft.from(Ref.version(3), "Next")), "Once");
        RetentionPlan plan = retention().plan(NOTHING_BUT_NEEDED);
        assertEquals(Set.of(Reason.CURRENT), why(plan, first));
        assertEquals(Set.of(Reason.CURRENT, Reason.PUBLISHED), why(plan, second));
    }

    @Promise(7)
    @Test
    void whatWasDroppedIsRefusedClearlyAndTheRecordsStay() {
        history(3);
        environments().deploy(Deploy.version(1, "sandbox"));
        Deployment first = environments().findActive("sandbox").orElseThrow();
        environments().deploy(Deploy.version(2, "sandbox"));
        environments().deploy(Deploy.version(3, "sandbox"));
        archive(1, 2);
        List<Deployment> history =
                environments().history("sandbox", Range.first(9)).items();
        List<AuditEntry> trail = ana().audit().of(DESK, Range.first(99)).items();
        retention().apply(NOTHING_BUT_NEEDED);

        assertEquals(history, environments().history("sandbox", Range.first(9)).items());
        assertEquals(Optional.of(first), environments().servedAt("sandbox", first.at()));
        List<AuditEntry> after = ana().audit().of(DESK, Range.first(99)).items();
        assertEquals(trail, after.subList(1, after.size()));
        assertEquals(Action.APPLY_RETENTION, after.get(0).action());
        assertEquals(
                new Change(Optional.of("1-2"), Optional.empty()),
                after.get(0).changes().get("version numbers"));

        for (NotFoundException refusal : List.of(
                assertThrows(NotFoundException.class, () -> versions().get(1)),
                assertThrows(NotFoundException.class, () -> versions().verify(1)),
                assertThrows(NotFoundException.class, () -> ana().contents(DESK).read(Ref.version(1))),
                assertThrows(NotFoundException.class, () -> ana().contents(DESK).diff(Ref.version(1), Ref.version(3))),
                assertThrows(NotFoundException.class, () -> ana().resolve(DESK, Ref.version(1))),
                assertThrows(NotFoundException.class, () -> environments().deploy(Deploy.version(1, "sandbox"))),
                assertThrows(
                        NotFoundException.class,
                        () -> environments()
                                .promote(Promote.deployment(first.number()).evenIfReplacedMeanwhile())),
                assertThrows(NotFoundException.class, () -> drafts().open(NewDraft.from(Ref.version(1), "Old"))))) {
            assertTrue(refusal.dropped(), refusal::getMessage);
            assertEquals("version 1", refusal.what());
        }
        assertFalse(
                assertThrows(NotFoundException.class, () -> versions().get(4)).dropped());
        for (RollBack back : List.of(
                RollBack.of("sandbox"),
                RollBack.of("sandbox").toVersion(1),
                RollBack.of("sandbox").toDeployment(first.number()))) {
            RollBackException refusal =
                    assertThrows(RollBackException.class, () -> environments().rollBack(back));
            assertTrue(refusal.getMessage().contains("dropped by retention"), refusal::getMessage);
        }
        assertEquals(3, ana().resolve(DESK, "sandbox").version().orElseThrow());
        assertEquals(
                List.of(3L),
                versions().blame(JsonPointer.parse("/prompt"), Range.first(9)).items().stream()
                        .map(change -> change.version().number())
                        .toList());
    }

    /** Pages have a history of their own, which no policy is about. */
    @Promise(7)
    @Test
    void whatConfigPagesEverSaidStays() {
        history(4, 1, 2, 3);
        List<ConfigPage> pages = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            Content said = GREETING.withSection("call", JsonValue.of("Call " + i));
            PageEdit edit = i % 2 == 0 ? PageEdit.schema(said) : PageEdit.variables(said);
            PageRef seen = ana().pages(DESK).get("live").ref();
            pages.add(ana().pages(DESK).edit(seen, edit).page());
        }
        environments().deploy(Deploy.version(4, "sandbox"));
        Draft as = drafts().open(NewDraft.from(Ref.content(pages.get(0).variables()), "As the page"));
        drafts().discard(as.ref());
        assertEquals(3, retention().apply(NOTHING_BUT_NEEDED).versions());
        for (ConfigPage page : pages) {
            assertEquals(page, ana().pages(DESK).get(page.ref()));
            assertEquals(
                    page.variables().toJson(),
                    ana().pages(DESK).get(page.ref()).variables().toJson());
        }
        everythingVerifies();
    }

    @Promise(4)
    @Test
    void aPlanIsRefusedOnceAnythingMoved() {
        history(3, 1);
        RetentionPlan plan = retention().plan(NOTHING_BUT_NEEDED);
        Draft draft = drafts().open(NewDraft.from(Ref.version(1), "Needs 1"));
        StaleRetentionException refusal =
                assertThrows(StaleRetentionException.class, () -> retention().apply(plan));
        assertEquals(plan, refusal.plan());
        assertEquals(plan.head() + 1, refusal.actualHead());
        assertEquals(0, retention().apply(NOTHING_BUT_NEEDED).versions());
        assertEquals(OptionalLong.of(1), draft.base());
        assertEquals(List.of(3L, 2L, 1L), there());
    }

    @Test
    void onlyWhatIsThereCanBeDropped() {
        history(2, 1);
        RetentionPlan plan = retention().plan(NOTHING_BUT_NEEDED);
        Retention nobodys = ana().retention(AgentId.of("nobody"));
        assertThrows(NotFoundException.class, () -> nobodys.plan(NOTHING_BUT_NEEDED));
        assertThrows(NotFoundException.class, () -> nobodys.apply(NOTHING_BUT_NEEDED));
        assertThrows(InvalidInputException.class, () -> nobodys.apply(plan));
        ana().agents().edit(DESK, 1, AgentEdit.nothing().status(AgentStatus.ARCHIVED));
        assertThrows(AgentUnavailableException.class, () -> retention().apply(NOTHING_BUT_NEEDED));
        assertEquals(List.of(1L), retention().plan(NOTHING_BUT_NEEDED).versionsToGo());
        assertEquals(List.of(2L, 1L), there());
    }

    @Promise(12)
    @Test
    void aRetryReturnsTheFirstOutcome() {
        history(4, 1, 2);
        Workspace request = ana().request(RequestId.of("nightly"));
        RetentionPlan plan = request.retention(DESK).plan(NOTHING_BUT_NEEDED);
        RetentionOutcome first = request.retention(DESK).apply(plan);
        archive(3);
        assertEquals(first, request.retention(DESK).apply(plan));
        assertThrows(
                RequestIdReusedException.class, () -> request.retention(DESK).apply(NOTHING_BUT_NEEDED));
        assertEquals(List.of(4L, 3L), there());
        Workspace other = ana().request(RequestId.of("later"));
        retention().apply(NOTHING_BUT_NEEDED);
        assertEquals(RetentionOutcome.nothing(), other.retention(DESK).apply(NOTHING_BUT_NEEDED));
        assertEquals(RetentionOutcome.nothing(), other.retention(DESK).apply(NOTHING_BUT_NEEDED));
    }

    /** Another instance has them in memory still, and the store may have another spelling under the same hash. */
    @Promise(3)
    @Test
    void whatWasDroppedCanBeSavedAgain() {
        Stet other = declared().build();
        history(3);
        Content first = ana(other).contents(DESK).read(Ref.version(1));
        archive(1);
        retention().apply(NOTHING_BUT_NEEDED);
        Draft again = drafts().open(NewDraft.from(Ref.content(first), "Again"));
        assertEquals(
                first.toJson(), ana().contents(DESK).read(Ref.draft(again.id())).toJson());
        assertEquals(first, ana(other).contents(DESK).read(Ref.draft(again.id())));
        Draft next = ana(other)
                .drafts(DESK)
                .save(again.ref(), Edit.section("model", JsonValue.of(7)))
                .draft();
        drafts().publish(Publish.draft(next.ref()).superseding(3));
        everythingVerifies();
    }
}
