package dev.stet.registry.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.stet.ConfigPages;
import dev.stet.Range;
import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.AccessDeniedException;
import dev.stet.access.AccessRequest;
import dev.stet.access.Action;
import dev.stet.agent.AgentEdit;
import dev.stet.agent.AgentFilter;
import dev.stet.agent.AgentOrder;
import dev.stet.agent.Duplication;
import dev.stet.agent.NewAgent;
import dev.stet.content.Content;
import dev.stet.content.JsonPointer;
import dev.stet.draft.Draft;
import dev.stet.draft.Edit;
import dev.stet.draft.NewDraft;
import dev.stet.environment.Deploy;
import dev.stet.environment.Promote;
import dev.stet.environment.Replacing;
import dev.stet.environment.RollBack;
import dev.stet.merge.MergePlan;
import dev.stet.page.ConfigPage;
import dev.stet.page.PageEdit;
import dev.stet.page.PagePlan;
import dev.stet.ref.AgentId;
import dev.stet.ref.PageRef;
import dev.stet.ref.Ref;
import dev.stet.registry.FrontDesk;
import dev.stet.retention.Keep;
import dev.stet.retention.RetentionPlan;
import dev.stet.retention.RetentionPolicy;
import dev.stet.storage.tck.Promise;
import dev.stet.version.Annotate;
import dev.stet.version.Publish;
import dev.stet.version.VersionFilter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** Without the right to do it, nothing is read out and nothing changed. */
class AccessTest extends FrontDesk {
    /** Every call there is, by the action the policy is asked about. The draft is one that could be published. */
    private Map<String, Consumer<Workspace>> calls(Draft draft) {
        Map<String, Consumer<Workspace>> calls = new LinkedHashMap<>();
        calls.put("CREATE_AGENT", ws -> ws.agents().create(NewAgent.named("Other")));
        calls.put(
                "CREATE_AGENT by duplicating", ws -> ws.agents().duplicate(Duplication.of(DESK, Ref.version(1), "C")));
        calls.put(
                "EDIT_AGENT",
                ws -> ws.agents().edit(DESK, 1, AgentEdit.nothing().name("X")));
        calls.put("DELETE_AGENT", ws -> ws.agents().delete(DESK));
        calls.put("OPEN_DRAFT", ws -> ws.drafts(DESK).open(NewDraft.blank("D")));
        calls.put("RENAME_DRAFT", ws -> ws.drafts(DESK).rename(draft.id(), "D"));
        calls.put("SAVE_DRAFT", ws -> ws.drafts(DESK).save(draft.ref(), Edit.removeSection("model")));
        calls.put(
                "SAVE_DRAFT over others",
                ws -> ws.drafts(DESK).saveOverwritingWhatOthersSaved(draft.id(), Edit.removeSection("model")));
        calls.put("RESTORE_DRAFT", ws -> ws.drafts(DESK).restore(draft.ref(), Ref.version(1)));
        MergePlan rebase = drafts().planRebase(draft.id());
        MergePlan merge = drafts().planMerge(draft.id(), draft.id());
        calls.put("REBASE_DRAFT", ws -> ws.drafts(DESK).apply(rebase));
        calls.put(
                "REBASE_DRAFT by publishing",
                ws -> ws.drafts(DESK).publish(Publish.draft(draft.ref()).rebasingIfClean()));
        calls.put("MERGE_DRAFT", ws -> ws.drafts(DESK).apply(merge));
        calls.put("DISCARD_DRAFT", ws -> ws.drafts(DESK).discard(draft.ref()));
        calls.put("PUBLISH", ws -> ws.drafts(DESK).publish(Publish.draft(draft.ref())));
        calls.put(
                "ANNOTATE_VERSION",
                ws -> ws.versions(DESK).annotate(1, 1, Annotate.nothing().pinned(true)));
        calls.put("DEPLOY", ws -> ws.environments(DESK).deploy(Deploy.version(2, "sandbox")));
        calls.put(
                "DEPLOY by publishing",
                ws -> ws.drafts(DESK).publish(Publish.draft(draft.ref()).deployTo("sandbox")));
        calls.put("PROMOTE", ws -> ws.environments(DESK).promote(Promote.whateverIsActiveIn("sandbox")));
        calls.put("ROLL_BACK", ws -> ws.environments(DESK).rollBack(RollBack.of("sandbox")));
        calls.put("EMPTY_ENVIRONMENT", ws -> ws.environments(DESK).empty("sandbox", "", Replacing.anything()));
        calls.put("FREEZE_ENVIRONMENT", ws -> ws.environments(DESK).freeze("sandbox", "Why not"));
        calls.put("UNFREEZE_ENVIRONMENT", ws -> ws.environments(DESK).unfreeze("sandbox", "Why not"));
        calls.putAll(pageCalls());
        RetentionPolicy policy = RetentionPolicy.keepingAll().draftRevisions(Keep.newest(0));
        RetentionPlan plan = ana().retention(DESK).plan(policy);
        calls.put("APPLY_RETENTION", ws -> ws.retention(DESK).apply(policy));
        calls.put("APPLY_RETENTION of a plan", ws -> ws.retention(DESK).apply(plan));
        calls.put("RESOLVE", ws -> ws.resolve(DESK, "sandbox"));
        calls.put("RESOLVE a version", ws -> ws.resolve(DESK, Ref.version(1)));
        calls.put("READ_AUDIT", ws -> ws.audit().list(Range.first(1)));
        calls.put("READ_AUDIT of an agent", ws -> ws.audit().of(DESK, Range.first(1)));
        reads(draft).forEach((name, read) -> calls.put("READ " + name, read));
        return calls;
    }

    private Map<String, Consumer<Workspace>> pageCalls() {
        Map<String, Consumer<Workspace>> calls = new LinkedHashMap<>();
        PageRef seen = new PageRef("sandbox", 2);
        PageEdit edit = PageEdit.variables(Content.parse("{\"greeting\":\"Hi.\"}"));
        PagePlan planned = ana().pages(DESK).planEdit("sandbox", edit);
        PagePlan restoring = ana().pages(DESK).planRestore("sandbox", 1);
        PagePlan copying = ana().pages(DESK).planCopy("live", "sandbox");
        calls.put("EDIT_PAGE", ws -> ws.pages(DESK).edit(seen, edit));
        calls.put("EDIT_PAGE over others", ws -> ws.pages(DESK).editOverwritingWhatOthersChanged("sandbox", edit));
        calls.put("EDIT_PAGE by a plan", ws -> ws.pages(DESK).apply(planned));
        calls.put("EDIT_PAGE_SCHEMA", ws -> ws.pages(DESK).edit(seen, PageEdit.schema(GREETING)));
        calls.put("EDIT_PAGE_SCHEMA with variables", ws -> ws.pages(DESK).edit(seen, edit.withSchema(GREETING)));
        calls.put("EDIT_PAGE_SCHEMA by restoring", ws -> ws.pages(DESK).restore(seen, 1));
        calls.put("EDIT_PAGE_SCHEMA by copying", ws -> ws.pages(DESK).copy(new PageRef("live", 0), seen));
        calls.put("EDIT_PAGE_SCHEMA by a plan", ws -> ws.pages(DESK).apply(restoring));
        calls.put("RESTORE_PAGE", ws -> ws.pages(DESK).restore(seen, 1));
        calls.put("RESTORE_PAGE by a plan", ws -> ws.pages(DESK).apply(restoring));
        calls.put("COPY_PAGE", ws -> ws.pages(DESK).copy(new PageRef("live", 0), seen));
        calls.put("COPY_PAGE by a plan", ws -> ws.pages(DESK).apply(copying));
        calls.put("READ page to copy", ws -> ws.pages(DESK).copy(new PageRef("live", 0), seen));
        calls.put("READ page to copy by a plan", ws -> ws.pages(DESK).apply(copying));
        calls.put("READ page", ws -> ws.pages(DESK).get("sandbox"));
        calls.putAll(clearTextCalls(seen, edit, planned));
        calls.put("READ page revision", ws -> ws.pages(DESK).get(seen));
        calls.put("READ pages", ws -> ws.pages(DESK).list());
        calls.put("READ pages of nobody", ws -> ws.pages(AgentId.of("nobody")).list());
        calls.put("READ page history", ws -> ws.pages(DESK).history("sandbox", Range.first(1)));
        calls.put("READ page diff", ws -> ws.pages(DESK).diff(new PageRef("live", 0), seen));
        calls.put("READ plan to edit", ws -> ws.pages(DESK).planEdit("sandbox", edit));
        calls.put("READ plan to restore", ws -> ws.pages(DESK).planRestore("sandbox", 1));
        calls.put("READ plan to copy", ws -> ws.pages(DESK).planCopy("live", "sandbox"));
        calls.put("READ unmet needs", ws -> ws.environments(DESK).unmetNeeds(1, "sandbox"));
        return calls;
    }

    /** The pages' secrets: beside the calls that ask for them, the changes that show them or carry them elsewhere. */
    private Map<String, Consumer<Workspace>> clearTextCalls(PageRef seen, PageEdit edit, PagePlan planned) {
        Content marked = Content.parse("{\"properties\":{\"prompt\":{\"writeOnly\":true}}}");
        PageRef live = ana().pages(DESK)
                .edit(new PageRef("live", 0), PageEdit.variables(GREETING).withSchema(marked))
                .page()
                .ref();
        PageRef unmarked = ana().pages(DESK)
                .edit(new PageRef("pre-release", 0), PageEdit.variables(GREETING))
                .page()
                .ref();
        PageRef again =
                ana().pages(DESK).edit(unmarked, PageEdit.schema(marked)).page().ref();
        Map<String, Consumer<Workspace>> calls = new LinkedHashMap<>();
        calls.put("READ_SECRETS of a page", ws -> ws.pages(DESK).inClearText().get("sandbox"));
        calls.put(
                "READ_SECRETS of a revision", ws -> ws.pages(DESK).inClearText().get(seen));
        calls.put("READ_SECRETS in a diff", ws -> ws.pages(DESK).inClearText().diff(live, seen));
        calls.put("READ_SECRETS in a plan", ws -> ws.pages(DESK).inClearText().planEdit("sandbox", edit));
        calls.put(
                "READ_SECRETS in a plan to restore",
                ws -> ws.pages(DESK).inClearText().planRestore("sandbox", 1));
        calls.put(
                "READ_SECRETS in a plan to copy",
                ws -> ws.pages(DESK).inClearText().planCopy("live", "sandbox"));
        calls.put(
                "READ_SECRETS in an outcome", ws -> ws.pages(DESK).inClearText().edit(seen, edit));
        calls.put(
                "READ_SECRETS in that of a plan",
                ws -> ws.pages(DESK).inClearText().apply(planned));
        calls.put("READ_SECRETS by copying", ws -> ws.pages(DESK).copy(live, seen));
        calls.put("READ_SECRETS by another schema", ws -> ws.pages(DESK).edit(live, PageEdit.schema(GREETING)));
        calls.put("READ_SECRETS by restoring", ws -> ws.pages(DESK).restore(again, 1));
        return calls;
    }

    private Map<String, Consumer<Workspace>> reads(Draft draft) {
        Map<String, Consumer<Workspace>> reads = new LinkedHashMap<>();
        reads.put("agent", ws -> ws.agents().get(DESK));
        reads.put("agent if there", ws -> ws.agents().find(DESK));
        reads.put("agents", ws -> ws.agents().list(AgentFilter.all(), AgentOrder.BY_NAME, Range.first(1)));
        reads.put("agents by offset", ws -> ws.agents().listFrom(0, AgentFilter.all(), AgentOrder.BY_NAME, 1));
        reads.put("agents' number", ws -> ws.agents().count(AgentFilter.all()));
        reads.put("draft", ws -> ws.drafts(DESK).get(draft.id()));
        reads.put("drafts", ws -> ws.drafts(DESK).list(Range.first(1)));
        reads.put("revisions", ws -> ws.drafts(DESK).revisions(draft.id(), Range.first(1)));
        reads.put("revision", ws -> ws.drafts(DESK).findRevision(draft.ref()));
        reads.put("findings", ws -> ws.drafts(DESK).findings(draft.id()));
        reads.put("changed sections", ws -> ws.drafts(DESK).changedSections(draft.id()));
        reads.put("content", ws -> ws.contents(DESK).read(Ref.version(1)));
        reads.put("merge", ws -> ws.contents(DESK).merge(Ref.version(1), Ref.version(1), Ref.version(1)));
        reads.put("plan to rebase", ws -> ws.drafts(DESK).planRebase(draft.id()));
        reads.put("plan to merge", ws -> ws.drafts(DESK).planMerge(draft.id(), draft.id()));
        reads.put("diff", ws -> ws.contents(DESK).diff(Ref.version(1), Ref.draft(draft.id())));
        reads.put("blame", ws -> ws.versions(DESK).blame(JsonPointer.ROOT, Range.first(1)));
        reads.put("last change", ws -> ws.versions(DESK).findLastChange(JsonPointer.ROOT));
        reads.put("plan to drop", ws -> ws.retention(DESK).plan(RetentionPolicy.keepingAll()));
        reads.put("version", ws -> ws.versions(DESK).get(1));
        reads.put("versions", ws -> ws.versions(DESK).list(VersionFilter.all(), Range.first(1)));
        reads.put("verified version", ws -> ws.versions(DESK).verify(1));
        reads.put("environment", ws -> ws.environments(DESK).get("sandbox"));
        reads.put("environments", ws -> ws.environments(DESK).list());
        reads.put("active deployments", ws -> ws.environments(DESK).active());
        reads.put("deployment", ws -> ws.environments(DESK).findDeployment(1));
        reads.put("history", ws -> ws.environments(DESK).history("sandbox", Range.first(1)));
        reads.put("past", ws -> ws.environments(DESK).servedAt("sandbox", Instant.EPOCH));
        return reads;
    }

    @Promise(9)
    @TestFactory
    Stream<DynamicTest> whoMayNotIsRefusedAndLeavesNoTrace() {
        Draft draft = scene();
        return calls(draft).entrySet().stream()
                .map(call -> dynamicTest(call.getKey(), () -> {
                    Action action = Action.valueOf(call.getKey().split(" ", 2)[0]);
                    Stet denying =
                            declared().access(asked -> asked.action() != action).build();
                    List<Object> before = everything(draft);
                    AccessDeniedException refusal = assertThrows(
                            AccessDeniedException.class, () -> call.getValue().accept(ben(denying)));
                    assertEquals(action, refusal.request().action());
                    assertEquals("ben", refusal.request().actor().id());
                    assertEquals(before, everything(draft));
                }));
    }

    @Promise(9)
    @Test
    void thePolicyIsAskedAboutTheEnvironmentAMoveLeadsTo() {
        scene();
        List<AccessRequest> asked = new ArrayList<>();
        Stet listening = declared().access(request -> asked.add(request)).build();
        ana(listening).environments(DESK).promote(Promote.whateverIsActiveIn("sandbox"));
        assertTrue(asked.stream()
                .anyMatch(request -> request.action() == Action.PROMOTE
                        && request.environment().equals(Optional.of("pre-release"))));
    }

    /** Whoever may not see a page may neither take it over nor show it beside another. */
    @Promise(9)
    @Test
    void thePolicyIsAskedAboutEveryPageThatIsReadOut() {
        scene();
        PageRef sandbox = new PageRef("sandbox", 2);
        PagePlan plan = ana().pages(DESK).planCopy("sandbox", "live");
        Stet denying = declared()
                .access(asked -> !asked.environment().equals(Optional.of("sandbox")))
                .build();
        ConfigPages pages = ben(denying).pages(DESK);
        for (Executable call : List.<Executable>of(
                () -> pages.copy(sandbox, new PageRef("live", 0)),
                () -> pages.planCopy("sandbox", "live"),
                () -> pages.apply(plan),
                () -> pages.diff(new PageRef("live", 0), sandbox),
                () -> pages.diff(sandbox, new PageRef("live", 0)))) {
            AccessDeniedException refusal = assertThrows(AccessDeniedException.class, call);
            assertEquals(Optional.of("sandbox"), refusal.request().environment());
        }
        assertEquals(0, pages.get("live").revision());
    }

    /** A list has what the actor may read, and is not refused for the rest. */
    @Promise(9)
    @Test
    void thePolicyIsAskedAboutEveryPageOfAList() {
        scene();
        Stet denying = declared()
                .access(asked -> !asked.environment().equals(Optional.of("sandbox"))
                        && (asked.action() != Action.READ_SECRETS
                                || asked.environment().equals(Optional.of("live"))))
                .build();
        ConfigPages pages = ben(denying).pages(DESK);
        assertEquals(List.of("pre-release", "live"), environmentsOf(pages));
        assertEquals(List.of("live"), environmentsOf(pages.inClearText()));
    }

    private static List<String> environmentsOf(ConfigPages pages) {
        return pages.list().stream().map(ConfigPage::environment).toList();
    }

    /** Two versions, the first of which serves the sandbox beside a page, and an open draft on the second. */
    private Draft scene() {
        published();
        environments().deploy(Deploy.version(1, "sandbox"));
        PageEdit first = PageEdit.variables(GREETING);
        PageRef page =
                ana().pages(DESK).edit(new PageRef("sandbox", 0), first).page().ref();
        ana().pages(DESK).edit(page, PageEdit.schema(Content.parse("{\"title\":\"Greetings\"}")));
        publishedNext("Hi.");
        return saved(drafts().open(NewDraft.from(Ref.version(2), "Next")), "Hey.");
    }

    private List<Object> everything(Draft draft) {
        return List.of(
                ana().agents().list(AgentFilter.all(), AgentOrder.BY_NAME, Range.first(9)),
                ana().audit().list(Range.first(99)),
                drafts().list(Optional.empty(), Range.first(9)),
                drafts().revisions(draft.id(), Range.first(9)),
                versions().list(VersionFilter.all(), Range.first(9)),
                environments().list(),
                ana().pages(DESK).list());
    }
}
