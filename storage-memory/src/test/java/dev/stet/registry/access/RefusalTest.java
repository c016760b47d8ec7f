package dev.stet.registry.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.stet.Cursor;
import dev.stet.Range;
import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.AccessDeniedException;
import dev.stet.access.AccessPolicy;
import dev.stet.access.Action;
import dev.stet.access.Actor;
import dev.stet.access.AuditEntry;
import dev.stet.agent.AgentFilter;
import dev.stet.agent.AgentIdTakenException;
import dev.stet.agent.AgentOrder;
import dev.stet.agent.NewAgent;
import dev.stet.content.Content;
import dev.stet.content.ContentLimits;
import dev.stet.content.InvalidContentException;
import dev.stet.content.InvalidPatchException;
import dev.stet.content.JsonPatch;
import dev.stet.content.JsonValue;
import dev.stet.draft.Edit;
import dev.stet.draft.NewDraft;
import dev.stet.draft.StaleDraftException;
import dev.stet.environment.Deploy;
import dev.stet.environment.PipelineException;
import dev.stet.environment.UnknownEnvironmentException;
import dev.stet.error.InvalidInputException;
import dev.stet.error.StetException;
import dev.stet.ref.AgentId;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftRef;
import dev.stet.ref.Ref;
import dev.stet.storage.Storage;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.Promise;
import dev.stet.storage.tck.oracle.Command;
import dev.stet.storage.tck.oracle.Outcome;
import dev.stet.storage.tck.oracle.Setup;
import dev.stet.storage.tck.stage.Situation;
import dev.stet.version.Publish;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is refused is refused before it reaches the store, and leaves no trace there. */
class RefusalTest {
    private static final Situation SITUATION = new Situation(AgentKey.of("w", "desk"));
    private static final AgentId DESK = SITUATION.key().agent();
    private static final Actor EVE = Actor.of("eve");
    private static final DraftRef WORK = DraftRef.of("work", 2);
    private static final DraftRef SPARE = DraftRef.of("spare", 1);

    private final Storage store = new MemoryStorage();

    @BeforeEach
    void prepare() {
        Workspace workspace = workspace(stet(), Situation.ADA);
        SITUATION.past().forEach(command -> command.make(id -> workspace));
        assertEquals(2, workspace.agents().get(DESK).head().latestVersion());
    }

    private Stet stet() {
        return Setup.simple().on(store).build();
    }

    private static Workspace workspace(Stet stet, Actor actor) {
        return stet.workspace(SITUATION.key().workspace(), actor);
    }

    private List<AuditEntry> trail() {
        return workspace(stet(), Situation.ADA)
                .audit()
                .of(DESK, Range.first(99))
                .items();
    }

    /** Makes calls that must all be refused, and sees to it that none of them reached the store. */
    private void withoutATrace(AccessPolicy access, Actor actor, Consumer<Workspace> calls) {
        List<AuditEntry> before = trail();
        CountingStorage counting = new CountingStorage(store);
        Stet stet = Setup.simple()
                .on(counting)
                .access(access)
                .contentLimits(new ContentLimits(4, 1_000, 20))
                .build();
        calls.accept(workspace(stet, actor));
        assertEquals(0, counting.changes(), "changes that reached the store");
        assertEquals(before, trail());
        assertEquals(SITUATION.past().size(), before.size());
    }

    @Promise(9)
    @TestFactory
    Stream<DynamicTest> whoMayNotChangeLeavesNoTrace() {
        AccessPolicy nobodyButEve = request -> !request.actor().equals(EVE);
        return SITUATION.everyChange().stream()
                .map(change -> dynamicTest(change.action() + " by somebody who may not", () -> {
                    withoutATrace(nobodyButEve, EVE, workspace -> denied(change, workspace));
                }));
    }

    private static void denied(Command change, Workspace workspace) {
        assertInstanceOf(
                AccessDeniedException.class,
                Outcome.of(() -> change.make(id -> workspace)).thrown());
    }

    @Promise(9)
    @Test
    void whoMayNotReadIsToldNothing() {
        withoutATrace(request -> false, EVE, workspace -> {
            List<Runnable> reads = List.of(
                    () -> workspace.agents().find(DESK),
                    () -> workspace.agents().list(AgentFilter.all(), AgentOrder.BY_NAME, Range.first(1)),
                    () -> workspace.agents().count(AgentFilter.all()),
                    () -> workspace.drafts(DESK).find(WORK.id()),
                    () -> workspace.drafts(DESK).revisions(WORK.id(), Range.first(1)),
                    () -> workspace.versions(DESK).find(1),
                    () -> workspace.versions(DESK).verify(1),
                    () -> workspace.environments(DESK).list(),
                    () -> workspace.environments(DESK).servedAt("sandbox", Instant.EPOCH),
                    () -> workspace.contents(DESK).read(Ref.version(1)),
                    () -> workspace.resolve(DESK, "sandbox"),
                    () -> workspace.resolve(DESK, Ref.version(1)),
                    () -> workspace.audit().of(DESK, Range.first(1)));
            reads.forEach(read -> assertThrows(AccessDeniedException.class, read::run));
        });
    }

    @Promise(9)
    @Test
    void aPublishThatMayNotDeployPublishesNothing() {
        AccessPolicy noDeploying = request -> request.action() != Action.DEPLOY;
        withoutATrace(
                noDeploying,
                Situation.ADA,
                workspace -> assertThrows(
                        AccessDeniedException.class,
                        () -> workspace.drafts(DESK).publish(Publish.draft(WORK).deployTo("sandbox"))));
    }

    @Promise(9)
    @Test
    void theDraftOfAnotherIsNotDiscarded() {
        withoutATrace(AccessPolicy.creatorsDiscardTheirDrafts(), EVE, workspace -> {
            AccessDeniedException denied = assertThrows(
                    AccessDeniedException.class, () -> workspace.drafts(DESK).discard(SPARE));
            assertEquals(Action.DISCARD_DRAFT_OF_ANOTHER, denied.request().action());
        });
    }

    @Promise(10)
    @TestFactory
    Stream<DynamicTest> badInputNamesWhatIsWrong() {
        Map<String, Consumer<Workspace>> inputs = new LinkedHashMap<>();
        inputs.put("agent name", workspace -> workspace.agents().create(NewAgent.named(" ")));
        inputs.put(
                "tag",
                workspace -> workspace.agents().create(NewAgent.named("x").tags(Set.of(""))));
        inputs.put("draft name", workspace -> workspace.drafts(DESK).open(NewDraft.blank("\uD800")));
        inputs.put("label", workspace -> publish(workspace, publish -> publish.label("far too long")));
        inputs.put("description", workspace -> publish(workspace, publish -> publish.description("with \u0007 in it")));
        inputs.put("reason", workspace -> workspace.environments(DESK).freeze("sandbox", ""));
        inputs.put("agent id", workspace -> workspace.agents().find(AgentId.of("with space")));
        inputs.put("draft revision", workspace -> workspace.drafts(DESK).discard(new DraftRef(SPARE.id(), 0)));
        inputs.put("version number", workspace -> workspace.contents(DESK).read(Ref.version(0)));
        inputs.put("limit", workspace -> workspace.drafts(DESK).list(Range.first(0)));
        inputs.put("offset", workspace -> workspace.agents().listFrom(-1, AgentFilter.all(), AgentOrder.BY_NAME, 1));
        inputs.put("cursor", workspace -> workspace.drafts(DESK).list(Range.after(new Cursor("made up"), 1)));
        return inputs.entrySet().stream()
                .map(input -> dynamicTest(
                        input.getKey(),
                        () -> withoutATrace(AccessPolicy.everything(), Situation.ADA, workspace -> {
                            InvalidInputException refused = assertThrows(
                                    InvalidInputException.class,
                                    () -> input.getValue().accept(workspace));
                            assertEquals(input.getKey(), refused.argument());
                        })));
    }

    private static void publish(Workspace workspace, UnaryOperator<Publish> change) {
        workspace.drafts(DESK).publish(change.apply(Publish.draft(WORK)));
    }

    @Promise(10)
    @TestFactory
    Stream<DynamicTest> badContentNamesThePlaceAndTheRule() {
        Map<String, Content> contents = new LinkedHashMap<>();
        contents.put("/a/b/c/d depth", Content.parse("{\"a\":{\"b\":{\"c\":{\"d\":{\"e\":1}}}}}"));
        contents.put("/long bytes", Content.empty().withSection("long", JsonValue.of("x".repeat(2_000))));
        contents.put("/n digits", Content.parse("{\"n\":123456789012345678901234567890}"));
        return contents.entrySet().stream()
                .map(content -> dynamicTest(
                        content.getKey(),
                        () -> withoutATrace(AccessPolicy.everything(), Situation.ADA, workspace -> {
                            refusedContent(
                                    content.getKey(),
                                    () -> workspace
                                            .agents()
                                            .create(NewAgent.named("x").content(content.getValue())));
                            refusedContent(
                                    content.getKey(),
                                    () -> workspace.drafts(DESK).save(WORK, Edit.content(content.getValue())));
                        })));
    }

    private static void refusedContent(String placeAndRule, Runnable call) {
        InvalidContentException refused = assertThrows(InvalidContentException.class, call::run);
        assertEquals(placeAndRule, refused.at() + " " + refused.rule());
    }

    @Promise({4, 5, 10})
    @TestFactory
    Stream<DynamicTest> aCallThatDoesNotFitTheStateOfTheAgentIsRefused() {
        Map<Class<? extends StetException>, Consumer<Workspace>> calls = new LinkedHashMap<>();
        calls.put(
                AgentIdTakenException.class,
                workspace -> workspace.agents().create(NewAgent.named("x").id(DESK)));
        calls.put(
                StaleDraftException.class,
                workspace -> workspace.drafts(DESK).save(new DraftRef(WORK.id(), 1), Edit.removeSection("goal")));
        calls.put(
                InvalidPatchException.class,
                workspace -> workspace
                        .drafts(DESK)
                        .save(WORK, Edit.jsonPatch(JsonPatch.parse("[{\"op\":\"remove\",\"path\":\"/none\"}]"))));
        calls.put(
                PipelineException.class,
                workspace -> workspace.environments(DESK).deploy(Deploy.version(1, "live")));
        calls.put(
                UnknownEnvironmentException.class,
                workspace -> workspace.environments(DESK).deploy(Deploy.version(1, "nowhere")));
        return calls.entrySet().stream()
                .map(call -> dynamicTest(
                        call.getKey().getSimpleName(),
                        () -> withoutATrace(
                                AccessPolicy.everything(),
                                Situation.ADA,
                                workspace -> assertThrows(
                                        call.getKey(), () -> call.getValue().accept(workspace)))));
    }
}
