package dev.stet.registry.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.ConfigPages;
import dev.stet.Listing;
import dev.stet.Range;
import dev.stet.access.Action;
import dev.stet.access.AuditEntry;
import dev.stet.access.Change;
import dev.stet.access.RequestIdReusedException;
import dev.stet.access.Subject;
import dev.stet.agent.NewAgent;
import dev.stet.content.Content;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import dev.stet.diff.Diff;
import dev.stet.environment.Freeze;
import dev.stet.error.InvalidInputException;
import dev.stet.page.ConfigPage;
import dev.stet.page.PageDiff;
import dev.stet.page.PageEdit;
import dev.stet.page.PageOutcome;
import dev.stet.page.PagePlan;
import dev.stet.page.PageRevision;
import dev.stet.page.PageRevision.Cause;
import dev.stet.page.StalePageException;
import dev.stet.ref.AgentId;
import dev.stet.ref.PageRef;
import dev.stet.ref.RequestId;
import dev.stet.storage.tck.Promise;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What config pages said stays on record: it is listed, compared, brought back and taken over, and a plan shows it first. */
class PageHistoryTest extends PageDesk {
    private static Content variables(int number) {
        return DAYTIME.withSection("number", JsonValue.of(number));
    }

    @Promise(7)
    @Test
    void everyRevisionOfAPageReadsAsItWas() {
        created();
        List<ConfigPage> pages = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            pages.add(edited("live", i % 3 == 0 ? PageEdit.schema(variables(i)) : PageEdit.variables(variables(i))));
            edited("sandbox", variables(100 + i));
        }
        for (ConfigPage page : pages) {
            assertEquals(page, pages().get(page.ref()));
            assertEquals(
                    page.variables().toJson(),
                    pages().get(page.ref()).variables().toJson());
        }
        List<PageRevision> history = history("live");
        Collections.reverse(history);
        assertEquals(
                LongStream.rangeClosed(1, 10).boxed().toList(),
                history.stream().map(PageRevision::number).toList());
        assertEquals(
                pages.stream().map(ConfigPage::ref).toList(),
                history.stream().map(PageRevision::ref).toList());
        assertEquals(
                pages.stream().map(page -> page.variables().hash()).toList(),
                history.stream().map(PageRevision::variables).toList());
        assertEquals(
                pages.stream().map(page -> page.schema().hash()).toList(),
                history.stream().map(PageRevision::schema).toList());
    }

    @Test
    void theHistoryOfAPageIsPaged() {
        created();
        for (int i = 1; i <= 5; i++) {
            edited("live", variables(i));
        }
        Listing<PageRevision> first = pages().history("live", Range.first(2));
        assertEquals(
                List.of(5L, 4L),
                first.items().stream().map(PageRevision::number).toList());
        edited("live", variables(6));
        Listing<PageRevision> second =
                pages().history("live", Range.after(first.next().orElseThrow(), 2));
        assertEquals(
                List.of(3L, 2L),
                second.items().stream().map(PageRevision::number).toList());
        Listing<PageRevision> third =
                pages().history("live", Range.after(second.next().orElseThrow(), 2));
        assertEquals(
                List.of(1L), third.items().stream().map(PageRevision::number).toList());
        assertEquals(Optional.empty(), third.next());
        assertEquals(List.of(), pages().history("sandbox", Range.first(2)).items());
    }

    @Promise(7)
    @Test
    void anEarlierRevisionIsBroughtBackAsTheNextOne() {
        created();
        ConfigPage first = edited("live", PageEdit.variables(DAYTIME).withSchema(NOTE));
        ConfigPage second = edited("live", PageEdit.variables(NIGHT).withSchema(Content.empty()));
        ConfigPage third = changed(pages().restore(second.ref(), 1));
        assertEquals(3, third.revision());
        assertEquals(DAYTIME.toJson(), third.variables().toJson());
        assertEquals(NOTE, third.schema());
        ConfigPage fourth = changed(pages().restore(third.ref(), 0));
        assertEquals(Content.empty(), fourth.variables());
        assertEquals(Content.empty(), fourth.schema());
        ConfigPage fifth = changed(pages().restore(fourth.ref(), 2));
        assertEquals(NIGHT, fifth.variables());
        assertEquals(List.of(fifth, fourth, third, second, first), all("live"));
        assertEquals(
                List.of(
                        Optional.of(second.ref()),
                        Optional.of(new PageRef("live", 0)),
                        Optional.of(first.ref()),
                        Optional.empty(),
                        Optional.empty()),
                history("live").stream().map(PageRevision::source).toList());
        assertEquals(
                List.of(Cause.RESTORED, Cause.RESTORED, Cause.RESTORED, Cause.EDITED, Cause.EDITED),
                history("live").stream().map(PageRevision::cause).toList());
    }

    private List<ConfigPage> all(String environment) {
        return history(environment).stream()
                .map(revision -> pages().get(revision.ref()))
                .toList();
    }

    @Test
    void thePageOfAnotherEnvironmentIsTakenOver() {
        created();
        ConfigPage tried = edited("sandbox", PageEdit.variables(DAYTIME).withSchema(NOTE));
        ConfigPage newer = edited("sandbox", NIGHT);
        ConfigPage live = changed(pages().copy(tried.ref(), page("live").ref()));
        assertEquals(DAYTIME.toJson(), live.variables().toJson());
        assertEquals(NOTE, live.schema());
        live = changed(pages().copy(newer.ref(), live.ref()));
        assertEquals(NIGHT, live.variables());
        live = changed(pages().copy(new PageRef("pre-release", 0), live.ref()));
        assertEquals(Content.empty(), live.variables());
        assertEquals(
                List.of(Optional.of(new PageRef("pre-release", 0)), Optional.of(newer.ref()), Optional.of(tried.ref())),
                history("live").stream().map(PageRevision::source).toList());
        assertTrue(history("live").stream().allMatch(revision -> revision.cause() == Cause.COPIED));
        assertEquals(newer, page("sandbox"));
    }

    @Test
    void aPlanShowsAChangeAndMakesNone() {
        created();
        ConfigPage sandbox = edited("sandbox", PageEdit.variables(NIGHT).withSchema(NOTE));
        edited("live", DAYTIME);
        ConfigPage live = edited("live", Content.empty());
        long head = ana().agents().get(DESK).head().revision();
        PageEdit edit = PageEdit.variables(NIGHT);
        PagePlan copy = pages().planCopy("sandbox", "live");
        for (PagePlan plan : List.of(pages().planEdit("live", edit), pages().planRestore("live", 1), copy)) {
            assertEquals(live, plan.before());
            assertEquals(Optional.empty(), plan.problem());
            assertFalse(plan.diff().isEmpty());
            assertEquals(
                    Diff.between(live.variables(), plan.after().variables()),
                    plan.diff().variables());
            assertEquals(
                    Diff.between(live.schema(), plan.after().schema()),
                    plan.diff().schema());
        }
        assertEquals(Cause.COPIED, copy.cause());
        assertEquals(Optional.of(sandbox.ref()), copy.source());
        assertEquals(NIGHT, copy.after().variables());
        assertEquals(NOTE, copy.after().schema());
        assertEquals(Cause.RESTORED, pages().planRestore("live", 1).cause());
        assertEquals(
                Optional.of(new PageRef("live", 1)),
                pages().planRestore("live", 1).source());
        assertEquals(head, ana().agents().get(DESK).head().revision());
        assertEquals(live, page("live"));
        assertEquals(
                List.of(live.ref(), new PageRef("live", 1)),
                history("live").stream().map(PageRevision::ref).toList());
    }

    @Promise(4)
    @Test
    void aPlanIsAppliedAsItWasShownOrNotAtAll() {
        created();
        edited("sandbox", PageEdit.variables(NIGHT).withSchema(NOTE));
        edited("live", DAYTIME);
        PagePlan copy = pages().planCopy("sandbox", "live");
        PagePlan restore = pages().planRestore("live", 0);
        PagePlan edit = pages().planEdit("live", PageEdit.variables(NIGHT));
        edited("sandbox", Content.empty());
        ConfigPage copied = changed(pages().apply(copy));
        assertEquals(NIGHT.toJson(), copied.variables().toJson());
        assertEquals(NOTE, copied.schema());
        assertEquals(Cause.COPIED, history("live").get(0).cause());
        assertEquals(
                Optional.of(new PageRef("sandbox", 1)), history("live").get(0).source());
        for (PagePlan stale : List.of(copy, restore, edit)) {
            StalePageException refusal = assertThrows(StalePageException.class, () -> pages().apply(stale));
            assertEquals(copied, refusal.actual());
            assertEquals(stale.before().ref(), refusal.expected());
        }
        changed(pages().apply(pages().planRestore("live", 1)));
        assertEquals(Cause.RESTORED, history("live").get(0).cause());
        changed(pages().apply(pages().planEdit("live", PageEdit.variables(NIGHT))));
        assertEquals(Cause.EDITED, history("live").get(0).cause());
        PagePlan nothing = pages().planEdit("live", PageEdit.variables(NIGHT));
        assertTrue(nothing.diff().isEmpty());
        assertEquals(page("live"), unchanged(pages().apply(nothing)));
        assertEquals(4, page("live").revision());
    }

    @Test
    void aPlanIsForTheAgentItWasMadeOf() {
        created();
        AgentId other = AgentId.of("other-desk");
        ana().agents().create(NewAgent.named("Other desk").id(other));
        PagePlan plan = pages().planEdit("live", PageEdit.variables(NIGHT));
        InvalidInputException refusal = assertThrows(
                InvalidInputException.class, () -> ana().pages(other).apply(plan));
        assertTrue(refusal.getMessage().contains(other.value()), refusal.getMessage());
        assertEquals(0, ana().pages(other).get("live").revision());
    }

    @Test
    void anyTwoRevisionsOfPagesAreCompared() {
        created();
        ConfigPage first = edited("live", DAYTIME);
        ConfigPage second = edited("live", PageEdit.variables(NIGHT).withSchema(NOTE));
        ConfigPage other = edited("sandbox", PageEdit.variables(NIGHT).withSchema(NOTE));
        PageDiff diff = pages().diff(first.ref(), second.ref());
        assertEquals(Diff.between(DAYTIME, NIGHT), diff.variables());
        assertEquals(Diff.between(Content.empty(), NOTE), diff.schema());
        assertEquals(
                Optional.of(JsonPointer.parse("/phone")), diff.variables().findOrigin(JsonPointer.parse("/phone")));
        assertTrue(pages().diff(second.ref(), other.ref()).isEmpty());
        assertEquals(
                Diff.between(Content.empty(), DAYTIME),
                pages().diff(new PageRef("pre-release", 0), first.ref()).variables());
    }

    /** What changed is on the page's own record; the trail, which others may read, says that it did. */
    @Test
    void theTrailSaysWhoChangedWhichPageAndNotWhatItSays() {
        created();
        edited("sandbox", PageEdit.variables(DAYTIME).withSchema(NOTE));
        changed(pages().copy(page("sandbox").ref(), page("live").ref()));
        ConfigPage live = edited("live", NIGHT);
        changed(pages().restore(live.ref(), 1));
        List<AuditEntry> trail = ana().audit().of(DESK, Range.first(9)).items();
        assertEquals(
                List.of(Action.RESTORE_PAGE, Action.EDIT_PAGE, Action.COPY_PAGE, Action.EDIT_PAGE, Action.CREATE_AGENT),
                trail.stream().map(AuditEntry::action).toList());
        assertEquals(
                List.of(
                                new PageRef("live", 3),
                                new PageRef("live", 2),
                                new PageRef("live", 1),
                                new PageRef("sandbox", 1))
                        .stream()
                        .map(Subject.agent()::page)
                        .toList(),
                trail.stream().limit(4).map(AuditEntry::subject).toList());
        assertEquals(
                Map.of("page revision", Change.of(2, 3), "source", Change.to("live@1")),
                trail.get(0).changes());
        assertEquals(Map.of("page revision", Change.of(1, 2)), trail.get(1).changes());
        assertEquals(
                Map.of("page revision", Change.of(0, 1), "source", Change.to("sandbox@1")),
                trail.get(2).changes());
        assertTrue(trail.stream().map(AuditEntry::toString).noneMatch(told -> told.contains("+49 30")));
    }

    @Promise(12)
    @Test
    void aRequestChangesAPageOnce() {
        created();
        PageRef empty = page("live").ref();
        PageRef sandbox = edited("sandbox", NIGHT).ref();
        PageOutcome edited = on("edit").edit(empty, PageEdit.variables(DAYTIME));
        PageRef first = changed(edited).ref();
        PageOutcome copied = on("copy").copy(sandbox, first);
        PageRef second = changed(copied).ref();
        PageOutcome same = on("same").edit(second, PageEdit.variables(NIGHT));
        assertEquals(changed(copied), unchanged(same));
        PageOutcome restored = on("restore").restore(second, 1);
        PageOutcome overwritten = on("over").editOverwritingWhatOthersChanged("live", PageEdit.schema(NOTE));
        for (int i = 0; i < 2; i++) {
            assertEquals(edited, on("edit").edit(empty, PageEdit.variables(DAYTIME)));
            assertEquals(copied, on("copy").copy(sandbox, first));
            assertEquals(same, on("same").edit(second, PageEdit.variables(NIGHT)));
            assertEquals(restored, on("restore").restore(second, 1));
            assertEquals(overwritten, on("over").editOverwritingWhatOthersChanged("live", PageEdit.schema(NOTE)));
            edited("live", variables(i));
        }
        assertEquals(6, page("live").revision());
        for (Runnable other : List.<Runnable>of(
                () -> on("edit").edit(first, PageEdit.variables(NIGHT)),
                () -> on("edit").edit(new PageRef("sandbox", 0), PageEdit.variables(NIGHT)),
                () -> on("edit").restore(empty, 0),
                () -> on("copy").edit(first, PageEdit.variables(NIGHT)),
                () -> on("restore").restore(first, 1),
                () -> ana().request(RequestId.of("edit")).environments(DESK).freeze("live", "No risks"))) {
            assertThrows(RequestIdReusedException.class, other::run);
        }
        assertEquals(Optional.<Freeze>empty(), environments().get("live").freeze());
        assertEquals(6, page("live").revision());
    }

    private ConfigPages on(String request) {
        return ana().request(RequestId.of(request)).pages(DESK);
    }
}
