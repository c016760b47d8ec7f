package dev.stet.registry.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.Drafts;
import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.access.RequestIdReusedException;
import dev.stet.agent.AgentEdit;
import dev.stet.agent.NewAgent;
import dev.stet.agent.StaleAgentException;
import dev.stet.content.JsonValue;
import dev.stet.draft.Edit;
import dev.stet.draft.SaveOutcome;
import dev.stet.environment.RollBack;
import dev.stet.merge.MergePlan;
import dev.stet.merge.Resolution;
import dev.stet.merge.Resolutions;
import dev.stet.ref.AgentId;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import dev.stet.ref.RequestId;
import dev.stet.storage.Storage;
import dev.stet.storage.StorageException;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.Promise;
import dev.stet.storage.tck.oracle.Command;
import dev.stet.storage.tck.oracle.Duet;
import dev.stet.storage.tck.oracle.Duet.Call;
import dev.stet.storage.tck.oracle.Outcome;
import dev.stet.storage.tck.oracle.Setup;
import dev.stet.storage.tck.stage.Interruption;
import dev.stet.storage.tck.stage.Retry;
import dev.stet.storage.tck.stage.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A retry is told from another change under the same request id, and does what was not done, and only that. */
class RetryTest {
    private static final Actor ADA = Situation.ADA;

    private final Storage store = new MemoryStorage();

    @Promise(12)
    @TestFactory
    Stream<DynamicTest> aLostAnswerIsToldAgain() {
        return Situation.forEveryChange(call -> new Retry(store, call).tellsALostAnswerAgain());
    }

    @Promise(12)
    @TestFactory
    Stream<DynamicTest> retriesAtTheSameTimeActOnce() {
        return Situation.forEveryChange(call -> new Retry(store, call).actsOnceAtTheSameTime());
    }

    @Promise(12)
    @TestFactory
    Stream<DynamicTest> aChangeThatWasNotMadeIsMadeByTheRetry() {
        return Situation.forEveryChange(call -> {
            FailingStorage failing = new FailingStorage(store);
            Duet duet = Situation.of(call).prepared(failing);
            failing.failOnce();
            assertInstanceOf(StorageException.class, duet.onRegistry(call).thrown());
            duet.compare(call.command().key());
            duet.make(call).value();
            duet.compare(call.command().key());
        });
    }

    /** The first attempt comes between any two steps of its own retry. */
    @Promise(12)
    @TestFactory
    Stream<DynamicTest> aRetryThatIsOvertakenByTheFirstAttemptActsNoSecondTime() {
        return Situation.forEveryChange(call -> {
            boolean interrupted = true;
            for (int step = 1; interrupted; step++) {
                interrupted = overtaken(call, step);
            }
        });
    }

    private boolean overtaken(Call call, int step) {
        AgentKey key = call.command().key();
        Situation situation = new Situation(AgentKey.of(key.workspace() + "-" + step, "desk"));
        Command change = situation.everyChange().stream()
                .filter(command -> command.getClass() == call.command().getClass())
                .findFirst()
                .orElseThrow();
        Call moved = Call.by(ADA, change).request("the-request");
        Interruption interruption = new Interruption(store);
        Duet duet = situation.prepared(interruption.storage());
        List<Outcome> first = new ArrayList<>();
        interruption.before(step, () -> first.add(duet.onRegistry(moved)));
        Outcome retold = duet.onRegistry(moved);
        if (interruption.pending()) {
            return false;
        }
        duet.onModelRetold(moved, first.get(0));
        duet.onModel(moved, retold);
        duet.compare(change.key());
        return true;
    }

    @Promise(12)
    @Test
    void anotherChangeUnderTheSameRequestIdIsRefused() {
        Situation situation = new Situation(AgentKey.of("w", "desk"));
        Duet duet = situation.prepared(store);
        Command rollBack = new Command.RollEnvironmentBack(situation.key(), RollBack.of("sandbox"));
        duet.make(Call.by(ADA, rollBack).request("r")).value();
        Command delete = new Command.Delete(situation.key());
        assertInstanceOf(
                RequestIdReusedException.class,
                duet.make(Call.by(ADA, delete).request("r")).thrown());
        duet.compare(situation.key());
    }

    /** Whatever is different, be it only a reason: nothing is dropped in silence. */
    @Promise(12)
    @TestFactory
    Stream<DynamicTest> theSameChangeWithAnotherPayloadIsRefused() {
        return Situation.forEveryChange(call -> {
            Duet duet = Situation.of(call).prepared(store);
            duet.make(call).value();
            List<Command> others = Variants.of(call.command());
            assertTrue(call.command() instanceof Command.Delete || !others.isEmpty(), "nothing else can be asked for");
            for (Command other : others) {
                Call reused = Call.by(ADA, other).request("the-request");
                Outcome outcome = duet.make(reused);
                assertInstanceOf(RequestIdReusedException.class, outcome.thrown());
                assertTrue(outcome.toString().contains("payload differs"), outcome::toString);
            }
            duet.compare(call.command().key());
            duet.make(call);
        });
    }

    /** The two ends of a plan are the same; the decision between them is another. */
    @Promise(12)
    @Test
    void aPlanThatIsResolvedOtherwiseIsAnotherRequest() {
        Situation situation = new Situation(AgentKey.of("w", "desk"));
        Duet duet = situation.prepared(store);
        AgentId desk = situation.key().agent();
        Workspace ada = duet.workspace(situation.key().workspace());
        DraftRef spare = ada.drafts(desk)
                .save(DraftRef.of("spare", 1), Edit.section("goal", JsonValue.of("rest")))
                .draft()
                .ref();
        MergePlan plan = ada.drafts(desk).planMerge(DraftId.of("work"), spare.id());
        Drafts request = ada.request(RequestId.of("merge")).drafts(desk);
        SaveOutcome first = request.apply(plan, Resolutions.all(Resolution.ours()));
        assertThrows(RequestIdReusedException.class, () -> request.apply(plan, Resolutions.all(Resolution.theirs())));
        assertEquals(first, request.apply(plan.resolve(Resolutions.all(Resolution.ours()))));
    }

    @Promise(12)
    @Test
    void aRefusedRequestIsTriedAnew() {
        AgentKey key = AgentKey.of("w", "desk");
        Duet duet = new Duet(Setup.simple(), store);
        duet.make(Call.by(ADA, new Command.Create(key, NewAgent.named("Desk")))).value();
        Call early = Call.by(ADA, edit(key, 2, "Early")).request("r");
        assertInstanceOf(StaleAgentException.class, duet.make(early).thrown());
        duet.make(Call.by(ADA, edit(key, 1, "Other"))).value();
        duet.make(early).value();
        duet.compare(key);
        assertEquals(
                "Early",
                duet.workspace(key.workspace()).agents().get(key.agent()).name());
    }

    private static Command edit(AgentKey key, long expected, String name) {
        return new Command.EditAgent(key, expected, AgentEdit.nothing().name(name));
    }
}
