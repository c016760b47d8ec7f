package dev.stet.examples.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stet.Drafts;
import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.agent.AgentFilter;
import dev.stet.agent.NewAgent;
import dev.stet.content.Content;
import dev.stet.content.Identities;
import dev.stet.content.JsonPatch;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import dev.stet.draft.Draft;
import dev.stet.draft.Edit;
import dev.stet.draft.NewDraft;
import dev.stet.merge.Conflict;
import dev.stet.merge.Merge;
import dev.stet.merge.Merge.Clean;
import dev.stet.merge.MergeConflictException;
import dev.stet.merge.MergePlan;
import dev.stet.merge.References;
import dev.stet.merge.Resolution;
import dev.stet.merge.Resolutions;
import dev.stet.merge.StalePlanException;
import dev.stet.ref.AgentId;
import dev.stet.ref.Ref;
import dev.stet.ref.WorkspaceId;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.version.Publish;
import dev.stet.version.PublishOutcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class MergingTest {
    private static final Content CONTENT = Content.parse("""
            {"prompt": "Greet the caller.\\nAsk for the name.\\nBe brief.",
             "model": {"name": "orion-4", "temperature": 0.2},
             "tools": [{"id": "find_slots"}, {"id": "book"}]}""");

    private final Stet stet = Stet.on(new MemoryStorage()).build();
    private final Workspace ana = stet.workspace(WorkspaceId.of("acme"), Actor.of("ana"));
    private final AgentId frontDesk = AgentId.of("front-desk");
    private final Drafts drafts = ana.drafts(frontDesk);
    private final List<String> shown = new ArrayList<>();

    @BeforeEach
    void publishTheFirstVersion() {
        Draft first = ana.agents()
                .create(NewAgent.named("Front desk").id(frontDesk).content(CONTENT))
                .draft();
        drafts.publish(Publish.draft(first.ref()));
    }

    private Draft draft(String patch) {
        Draft draft = drafts.open(NewDraft.from(Ref.version(1), "Mine"));
        return drafts.save(draft.ref(), Edit.jsonPatch(JsonPatch.parse(patch))).draft();
    }

    private void publishTemperature(String temperature) {
        Draft theirs = draft("[{\"op\":\"replace\",\"path\":\"/model/temperature\",\"value\":" + temperature + "}]");
        drafts.publish(Publish.draft(theirs.ref()).rebasingIfClean());
    }

    private static final String OTHER_MODEL = "[{\"op\":\"replace\",\"path\":\"/model/name\",\"value\":\"orion-5\"}]";
    private static final String HOTTER = "[{\"op\":\"replace\",\"path\":\"/model/temperature\",\"value\":0.9}]";

    @Test
    void aStaleDraftIsRebased() {
        Draft mine = draft(OTHER_MODEL);
        publishTemperature("0.4");

        MergePlan plan = drafts.planRebase(mine.id());
        if (plan.isClean()) {
            mine = drafts.apply(plan).draft();
        }
        assertEquals(2, mine.base().orElseThrow());
        assertEquals(3, mine.revision());
    }

    @Test
    void aPublishRebasesWhatIsStale() {
        Draft mine = draft(OTHER_MODEL);
        publishTemperature("0.4");

        PublishOutcome outcome = drafts.publish(Publish.draft(mine.ref()).rebasingIfClean());
        assertEquals(3, outcome.version().number());
    }

    @Test
    void conflictsAreResolved() {
        Draft mine = draft(HOTTER);
        publishTemperature("0.4");
        assertThrows(
                MergeConflictException.class,
                () -> drafts.publish(Publish.draft(mine.ref()).rebasingIfClean()));

        MergePlan plan = drafts.planRebase(mine.id());
        Resolutions resolutions = Resolutions.none();
        for (Conflict conflict : plan.merge().conflicts()) {
            resolutions = resolutions.with(conflict, ask(conflict));
        }
        try {
            Draft rebased = drafts.apply(plan, resolutions).draft();
            drafts.publish(Publish.draft(rebased.ref()));
        } catch (StalePlanException stale) {
            // Somebody saved or published since: plan again, and show what is left to decide.
            shown.add("again");
        }
        assertEquals(List.of("/model/temperature BOTH_EDITED"), shown);
        assertEquals(3, ana.agents().get(frontDesk).head().latestVersion());
    }

    /** Shows base, ours and theirs to somebody, who decides. */
    private Resolution ask(Conflict conflict) {
        shown.add(conflict.pointer() + " " + conflict.kind());
        return Resolution.value(JsonValue.parse("0.6"));
    }

    @Test
    void twoDraftsAndAnyThreeContents() {
        Draft mine = draft(OTHER_MODEL);
        Draft bens = draft(HOTTER);

        drafts.apply(drafts.planMerge(bens.id(), mine.id()));

        Merge merge = ana.contents(frontDesk).merge(Ref.version(1), Ref.draft(mine.id()), Ref.draft(bens.id()));
        Content both = merge.resolve(Resolutions.all(Resolution.ours())) instanceof Clean clean
                ? clean.content()
                : Content.empty();

        assertEquals(ana.contents(frontDesk).read(Ref.draft(mine.id())), both);
    }

    @Test
    void referencesThatDangle() {
        Content ours = Content.parse("""
                {"graph": {"nodes": [{"id": "a"}], "edges": []}}""");
        Content theirs = Content.parse("""
                {"graph": {"nodes": [{"id": "a"}, {"id": "b"}], "edges": [{"from": "a", "to": "b"}]}}""");
        Content merged = Content.parse("""
                {"graph": {"nodes": [{"id": "a"}], "edges": [{"from": "a", "to": "b"}]}}""");

        References references = References.none()
                .and("/graph/edges/*/from", "/graph/nodes/*/id")
                .and("/graph/edges/*/to", "/graph/nodes/*/id");
        List<JsonPointer> dangling = references.danglingSince(merged, ours, theirs);

        assertEquals(List.of(JsonPointer.parse("/graph/edges/0/to")), dangling);
    }

    @Test
    void theHostSaysWhatIdentifies() {
        Stet declared = Stet.on(new MemoryStorage())
                .identities(Identities.byDefault().at("/rules", "slug").at("/tools", "/function/name"))
                .build();
        assertEquals(
                0,
                declared.workspace(WorkspaceId.of("acme"), Actor.of("ana"))
                        .agents()
                        .count(AgentFilter.all()));
    }
}
