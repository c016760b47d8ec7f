package dev.stet.storage.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.agent.Created;
import dev.stet.agent.NewAgent;
import dev.stet.content.JsonValue;
import dev.stet.draft.AfterPublish;
import dev.stet.draft.DraftRevision;
import dev.stet.draft.Edit;
import dev.stet.draft.NewDraft;
import dev.stet.draft.SaveOutcome;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import dev.stet.ref.Ref;
import dev.stet.storage.tck.oracle.Command;
import dev.stet.storage.tck.oracle.Outcome;
import dev.stet.storage.tck.oracle.Pages;
import dev.stet.storage.tck.oracle.Setup;
import dev.stet.storage.tck.stage.History;
import dev.stet.storage.tck.stage.History.Event;
import dev.stet.storage.tck.stage.HistoryCheck;
import dev.stet.storage.tck.stage.Rendezvous;
import dev.stet.version.Publish;
import dev.stet.version.PublishOutcome.Published;
import dev.stet.version.Version;
import dev.stet.version.VersionFilter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Threads race through the public API, and everything that was said to any of them is held against what came of it. */
public abstract class ConcurrentHistorySuite extends StorageSuite {
    private static final int THREADS = 4;
    private static final int CALLS = 30;
    private static final Actor ADA = Actor.of("ada");
    private static final AgentKey FIRST = AgentKey.of("w", "first");
    private static final AgentKey SECOND = AgentKey.of("w", "second");
    private static final DraftId SHARED = DraftId.of("shared");

    @Promise({2, 4, 12})
    @RepeatedTest(3)
    void changesOfOneAgentHaveALinearOrder() {
        History history = played(List.of(FIRST));
        new HistoryCheck(history, FIRST).hasALinearOrder();
        versionsAreNumberedWithoutAGap(history, FIRST);
        noSaveIsLost(history, FIRST);
    }

    @Promise({2, 4, 8})
    @Test
    void changesOfManyAgentsHaveALinearOrderEach() {
        List<AgentKey> agents = List.of(FIRST, SECOND, AgentKey.of("v", "first"));
        History history = played(agents);
        for (AgentKey agent : agents) {
            new HistoryCheck(history, agent).hasALinearOrder();
            versionsAreNumberedWithoutAGap(history, agent);
            noSaveIsLost(history, agent);
        }
    }

    /** Threads improvise on shared agents. */
    private History played(List<AgentKey> agents) {
        History history = new History(Setup.simple().afterPublish(AfterPublish.KEEP_REBASED), store());
        agents.forEach(agent -> begin(history, agent));
        Rendezvous.inThreads(IntStream.range(0, THREADS)
                .mapToObj(i -> new Improviser(history, Actor.of("actor-" + i), agents, SHARED, i))
                .<Callable<Integer>>map(improviser -> () -> improviser.play(CALLS))
                .toList());
        return history;
    }

    private static DraftRef begin(History history, AgentKey agent) {
        Outcome created = history.make(ADA, new Command.Create(agent, NewAgent.named("agent")));
        DraftId first = ((Created) created.value()).draft().id();
        history.make(
                ADA,
                new Command.Open(
                        agent, NewDraft.from(Ref.draft(first), "shared").id(SHARED)));
        return new DraftRef(SHARED, 1);
    }

    private static void versionsAreNumberedWithoutAGap(History history, AgentKey agent) {
        List<Version> versions = Pages.all(
                range -> history.workspaceOf(agent).versions(agent.agent()).list(VersionFilter.all(), range));
        assertTrue(!versions.isEmpty(), "somebody must have published");
        assertEquals(
                LongStream.iterate(versions.size(), number -> number > 0, number -> number - 1)
                        .boxed()
                        .toList(),
                versions.stream().map(Version::number).toList());
    }

    /** Every acknowledged save is there, as its author's, and no two of them were made on the same revision. */
    private static void noSaveIsLost(History history, AgentKey agent) {
        List<Event> saves = history.events().stream()
                .filter(event -> event.command().key().equals(agent))
                .filter(event -> event.command() instanceof Command.Save)
                .filter(event -> event.outcome() instanceof Outcome.Returned returned
                        && returned.value() instanceof SaveOutcome.Saved)
                .toList();
        HistoryCheck.oneWinnerEach(saves, event -> ((Command.Save) event.command()).expected());
        Workspace workspace = history.workspaceOf(agent);
        for (Event event : saves) {
            DraftRevision saved = ((SaveOutcome.Saved) event.outcome().value()).revision();
            DraftRevision found = workspace
                    .drafts(agent.agent())
                    .findRevision(saved.ref())
                    .orElseThrow(() -> new AssertionError("an acknowledged save must be there, but is not: " + event));
            assertEquals(event.turn().actor(), found.by());
            Edit.Section edit = (Edit.Section) ((Command.Save) event.command()).edit();
            assertEquals(
                    edit.value(),
                    workspace
                            .contents(agent.agent())
                            .read(Ref.revision(saved.ref()))
                            .section(edit.name())
                            .orElseThrow());
        }
    }

    @Promise(4)
    @Test
    void ofManySavesOnOneRevisionExactlyOneWins() {
        History history = new History(Setup.simple(), store());
        DraftRef seen = begin(history, FIRST);
        for (int round = 1; round <= 10; round++) {
            DraftRef expected = new DraftRef(seen.id(), round);
            List<Outcome> outcomes = Rendezvous.atOnce(IntStream.range(0, THREADS)
                    .<Callable<Outcome>>mapToObj(i -> () -> history.make(Actor.of("actor-" + i), save(expected, i)))
                    .toList());
            assertEquals(
                    1,
                    outcomes.stream().filter(Outcome.Returned.class::isInstance).count(),
                    outcomes::toString);
        }
        new HistoryCheck(history, FIRST).hasALinearOrder();
    }

    private static Command save(DraftRef expected, int value) {
        Edit edit = Edit.section("goal", JsonValue.of("value " + value + " on " + expected.revision()));
        return new Command.Save(FIRST, expected, edit);
    }

    @Promise({2, 4})
    @Test
    void ofManyPublishesOfOneDraftExactlyOneWins() {
        History history = new History(Setup.simple(), store());
        DraftRef seen = begin(history, FIRST);
        List<Outcome> outcomes = Rendezvous.atOnce(IntStream.range(0, THREADS)
                .<Callable<Outcome>>mapToObj(i -> () ->
                        history.make(Actor.of("actor-" + i), new Command.PublishDraft(FIRST, Publish.draft(seen))))
                .toList());
        assertEquals(
                1,
                outcomes.stream()
                        .filter(outcome ->
                                outcome instanceof Outcome.Returned returned && returned.value() instanceof Published)
                        .count(),
                outcomes::toString);
        new HistoryCheck(history, FIRST).hasALinearOrder();
    }

    @Promise(8)
    @Test
    void aChangeThatIsHeldUpHoldsUpNoOtherAgent() {
        GatedStorage gated = new GatedStorage(store());
        History history = new History(Setup.simple(), gated);
        DraftRef first = begin(history, FIRST);
        DraftRef second = begin(history, SECOND);
        Workspace workspace = history.workspaceOf(FIRST);
        assertEquals(1, workspace.drafts(FIRST.agent()).get(SHARED).revision());
        gated.holdUp(FIRST);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Outcome> heldUp = threads.submit(() -> history.make(ADA, new Command.Save(FIRST, first, edit())));
            gated.awaitArrival();
            Future<Outcome> free = threads.submit(() -> history.make(ADA, new Command.Save(SECOND, second, edit())));
            assertEquals(2, revision(Rendezvous.await(free)));
            assertEquals(2, workspace.drafts(SECOND.agent()).get(SHARED).revision());
            assertEquals(1, workspace.drafts(FIRST.agent()).get(SHARED).revision());
            gated.open();
            assertEquals(2, revision(Rendezvous.await(heldUp)));
            assertEquals(2, workspace.drafts(FIRST.agent()).get(SHARED).revision());
        } finally {
            gated.open();
            threads.shutdownNow();
        }
    }

    private static Edit edit() {
        return Edit.section("goal", JsonValue.of("to be held up"));
    }

    private static long revision(Outcome saved) {
        return ((SaveOutcome) saved.value()).draft().revision();
    }
}
