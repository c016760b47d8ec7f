package dev.stet.registry.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.stet.Range;
import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.agent.Duplication;
import dev.stet.agent.NewAgent;
import dev.stet.content.Content;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import dev.stet.draft.Draft;
import dev.stet.draft.Edit;
import dev.stet.draft.NewDraft;
import dev.stet.environment.Deploy;
import dev.stet.environment.Pipeline;
import dev.stet.error.NotFoundException;
import dev.stet.ref.AgentId;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import dev.stet.ref.Ref;
import dev.stet.ref.WorkspaceId;
import dev.stet.retention.Keep;
import dev.stet.retention.RetentionPolicy;
import dev.stet.storage.Storage;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.Promise;
import dev.stet.storage.tck.oracle.Outcome;
import dev.stet.storage.tck.stage.Interruption;
import dev.stet.storage.tck.stage.Retained;
import dev.stet.version.Annotate;
import dev.stet.version.Publish;
import dev.stet.version.VersionFilter;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Retention in the midst of other changes: after any history it has dropped what may go and nothing else, and whatever
 * comes between its steps, what is needed stays. {@code -Dstet.retentions=100} tries more histories.
 */
class RetentionHistoryTest {
    private static final int HISTORIES = Integer.getInteger("stet.retentions", 6);
    private static final WorkspaceId ACME = WorkspaceId.of("acme");
    private static final RetentionPolicy NOTHING_BUT_NEEDED = RetentionPolicy.keepingAll()
            .draftRevisions(Keep.newest(0))
            .archivedVersions(Keep.newest(0))
            .servedWithin(Duration.ZERO);

    private static final DraftId SLOW = DraftId.of("slow");

    private final Storage store = new MemoryStorage();

    /** Reads everything from the store. */
    private static Workspace workspace(Storage store) {
        return Stet.on(store)
                .contentCacheBytes(0)
                .pipeline(Pipeline.of("sandbox", "live"))
                .build()
                .workspace(ACME, Actor.of("ana"));
    }

    @Promise({3, 7})
    @Test
    void afterAnyHistoryWhatIsNeededIsThereAndReads() {
        for (int seed = 1; seed <= HISTORIES; seed++) {
            new RetentionHistory(store, AgentId.of("agent-" + seed), seed).live();
        }
    }

    @Promise(4)
    @Test
    void aVersionThatADraftIsOpenedOnMeanwhileStays() {
        atEveryStep(
                (retaining, agent) -> retaining.retention(agent).apply(NOTHING_BUT_NEEDED),
                (other, agent) -> other.drafts(agent).open(NewDraft.from(Ref.version(1), "On 1")),
                agent -> {
                    assertTrue(workspace(store).versions(agent).find(1).isPresent());
                    assertTrue(workspace(store).versions(agent).find(2).isEmpty());
                });
    }

    @Promise(4)
    @Test
    void aContentThatIsSavedAgainMeanwhileStays() {
        Content second = content(2);
        atEveryStep(
                (retaining, agent) -> retaining.retention(agent).apply(NOTHING_BUT_NEEDED),
                (other, agent) -> other.drafts(agent).open(NewDraft.from(Ref.content(second), "As 2")),
                agent -> assertTrue(workspace(store).versions(agent).find(2).isEmpty()));
    }

    @Promise(4)
    @Test
    void whatIsDroppedMeanwhileIsNotBuiltOn() {
        atEveryStep(
                (opening, agent) -> {
                    Draft draft = opening.drafts(agent).open(NewDraft.from(Ref.version(1), "On 1"));
                    opening.drafts(agent).save(draft.ref(), Edit.section("model", JsonValue.of(1)));
                },
                (other, agent) -> other.retention(agent).apply(NOTHING_BUT_NEEDED),
                agent -> {});
    }

    @Promise(3)
    @Test
    void aReadMeanwhileReturnsWhatWasThereOrSaysThatItWasDropped() {
        String first = content(1).toJson();
        atEveryStep(
                (reading, agent) -> {
                    assertEquals(
                            first, reading.contents(agent).read(Ref.version(1)).toJson());
                },
                (other, agent) -> other.retention(agent).apply(NOTHING_BUT_NEEDED),
                agent -> assertTrue(workspace(store).versions(agent).find(1).isEmpty()));
    }

    /** Of reads in several steps: what is answered was true at an instant of the call. */
    @Promise(3)
    @TestFactory
    Stream<DynamicTest> aReadMeanwhileAnswersAsBeforeOrAsAfterwards() {
        Map<String, BiFunction<Workspace, AgentId, ?>> reads = new TreeMap<>();
        reads.put("resolve", (ana, agent) -> ana.resolve(agent, "sandbox"));
        reads.put(
                "resolve a draft",
                (ana, agent) -> ana.resolve(agent, Ref.draft(SLOW)).content().toJson());
        reads.put(
                "read a draft",
                (ana, agent) -> ana.contents(agent).read(Ref.draft(SLOW)).toJson());
        reads.put(
                "compare drafts", (ana, agent) -> ana.contents(agent).changedSections(Ref.version(4), Ref.draft(SLOW)));
        reads.put("changed sections", (ana, agent) -> ana.drafts(agent).changedSections(SLOW));
        reads.put("plan a rebase", (ana, agent) -> ana.drafts(agent).planRebase(SLOW));
        reads.put("plan a merge", (ana, agent) -> ana.drafts(agent).planMerge(SLOW, SLOW));
        reads.put("blame", (ana, agent) -> ana.versions(agent).blame(JsonPointer.parse("/prompt"), Range.first(9)));
        reads.put("last change", (ana, agent) -> ana.versions(agent).findLastChange(JsonPointer.parse("/prompt")));
        reads.put("versions", (ana, agent) -> ana.versions(agent).list(VersionFilter.all(), Range.first(9)));
        reads.put("pages", (ana, agent) -> ana.pages(agent).list());
        reads.put("page", (ana, agent) -> ana.pages(agent).get("sandbox"));
        reads.put(
                "plan of retention",
                (ana, agent) -> ana.retention(agent).plan(NOTHING_BUT_NEEDED).head());
        reads.put(
                "duplicate",
                (ana, agent) -> ana.agents()
                        .duplicate(Duplication.of(agent, Ref.draft(SLOW), "Copy"))
                        .draft()
                        .hash());
        return reads.entrySet().stream()
                .map(read -> dynamicTest(read.getKey(), () -> between(read.getKey(), read.getValue())));
    }

    private void between(String name, BiFunction<Workspace, AgentId, ?> read) {
        boolean pending = false;
        for (int step = 1; !pending; step++) {
            AgentId agent = AgentId.of(name.replace(' ', '-') + "-" + step);
            past(agent, 2);
            Workspace ana = workspace(store);
            ana.drafts(agent).open(NewDraft.from(Ref.version(4), "Slow").id(SLOW));
            ana.environments(agent).deploy(Deploy.version(1, "sandbox"));
            String before = told(() -> read.apply(ana, agent));
            Interruption interruption = new Interruption(store);
            Workspace disturbed = workspace(interruption.storage());
            interruption.before(step, () -> moveOn(ana, agent));
            String found = told(() -> read.apply(disturbed, agent));
            pending = interruption.pending();
            String after = told(() -> read.apply(workspace(store), agent));
            assertTrue(
                    found.equals(before) || found.equals(after),
                    () -> found + " is neither " + before + " nor " + after);
        }
    }

    /** All that the others had is replaced by something else, and dropped. */
    private static void moveOn(Workspace ana, AgentId agent) {
        ana.drafts(agent).save(new DraftRef(SLOW, 1), Edit.section("prompt", JsonValue.of("now")));
        ana.environments(agent).deploy(Deploy.version(4, "sandbox"));
        ana.versions(agent).annotate(1, 1, Annotate.nothing().archived(true));
        ana.retention(agent).apply(NOTHING_BUT_NEEDED);
    }

    private static String told(Supplier<?> read) {
        return Outcome.of(read).toString();
    }

    /** Makes one thing happen between any two steps of another, each time with an agent of its own. */
    private void atEveryStep(
            BiConsumer<Workspace, AgentId> interrupted,
            BiConsumer<Workspace, AgentId> interrupting,
            Consumer<AgentId> check) {
        boolean pending = false;
        for (int step = 1; !pending; step++) {
            AgentId agent = AgentId.of("step-" + step);
            past(agent);
            Interruption interruption = new Interruption(store);
            Workspace disturbed = workspace(interruption.storage());
            interruption.before(step, () -> interrupting.accept(workspace(store), agent));
            try {
                interrupted.accept(disturbed, agent);
            } catch (NotFoundException dropped) {
                assertTrue(dropped.dropped(), dropped::getMessage);
            }
            pending = interruption.pending();
            if (!pending) {
                check.accept(agent);
            }
            Retained.verify(store, workspace(store), agent);
        }
    }

    /** Four versions; the first is stored whole, and so is what a draft went through in between; all but the last archived. */
    private void past(AgentId agent) {
        past(agent, 1);
    }

    private void past(AgentId agent, int first) {
        Workspace ana = workspace(store);
        Draft draft = ana.agents()
                .create(NewAgent.named("Desk").id(agent).content(content(1)))
                .draft();
        ana.drafts(agent).publish(Publish.draft(draft.ref()));
        for (int i = 2; i <= 4; i++) {
            draft = ana.drafts(agent).open(NewDraft.from(Ref.content(content(i)), "Next"));
            ana.drafts(agent).publish(Publish.draft(draft.ref()).superseding(i - 1));
        }
        for (int i = first; i <= 3; i++) {
            ana.versions(agent).annotate(i, 1, Annotate.nothing().archived(true));
        }
    }

    /** Contents that have little in common. */
    private static Content content(int number) {
        return Content.empty().withSection("prompt", JsonValue.of(RetentionHistory.words(number, 60)));
    }
}
