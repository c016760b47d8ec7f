package dev.stet.storage.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

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
import dev.stet.error.StetException;
import dev.stet.merge.MergePlan;
import dev.stet.merge.Resolution;
import dev.stet.merge.Resolutions;
import dev.stet.ref.AgentId;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import dev.stet.ref.RequestId;
import dev.stet.storage.OutcomeUnknownException;
import dev.stet.storage.Storage;
import dev.stet.storage.StorageException;
import dev.stet.storage.tck.oracle.Command;
import dev.stet.storage.tck.oracle.Duet;
import dev.stet.storage.tck.oracle.Duet.Call;
import dev.stet.storage.tck.oracle.Outcome;
import dev.stet.storage.tck.oracle.Setup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A retry with the same request id returns the first outcome, whatever came between; it never acts twice. */
public abstract class RequestSuite extends StorageSuite {
    private static final Actor ADA = Situation.ADA;
    private static final int RETRIES = 4;

    /** A test for every kind of change, each with a workspace of its own. */
    private Stream<DynamicTest> forEveryChange(Consumer<Call> test) {
        List<DynamicTest> tests = new ArrayList<>();
        int kinds = new Situation(AgentKey.of("w", "a")).everyChange().size();
        for (int i = 0; i < kinds; i++) {
            Situation situation = new Situation(AgentKey.of("workspace-" + i, "desk"));
            Command change = situation.everyChange().get(i);
            Call call = Call.by(ADA, change).request("the-request");
            tests.add(dynamicTest(change.getClass().getSimpleName(), () -> test.accept(call)));
        }
        return tests.stream();
    }

    private static Duet prepared(Storage storage, Situation situation) {
        Duet duet = new Duet(Setup.simple(), storage);
        situation.past().forEach(command -> duet.make(Call.by(ADA, command)).value());
        return duet;
    }

    private static Situation situationOf(Call call) {
        return new Situation(AgentKey.of(call.command().key().workspace().value(), "desk"));
    }

    @Promise(12)
    @TestFactory
    Stream<DynamicTest> aLostAnswerIsToldAgain() {
        return forEveryChange(call -> {
            AnswerLosingStorage losing = new AnswerLosingStorage(store());
            Duet duet = prepared(losing, situationOf(call));
            losing.loseOneAnswer();
            refusedWith(OutcomeUnknownException.class, duet.onRegistry(call));
            Outcome retold = duet.onRegistry(call);
            duet.onModelRetold(call, retold);
            duet.compare(call.command().key());
            duet.make(call);
            duet.compare(call.command().key());
        });
    }

    @Promise(12)
    @TestFactory
    Stream<DynamicTest> aChangeThatWasNotMadeIsMadeByTheRetry() {
        return forEveryChange(call -> {
            AnswerLosingStorage failing = new AnswerLosingStorage(store());
            Duet duet = prepared(failing, situationOf(call));
            failing.failOnce();
            refusedWith(StorageException.class, duet.onRegistry(call));
            duet.compare(call.command().key());
            duet.make(call).value();
            duet.compare(call.command().key());
        });
    }

    @Promise(12)
    @TestFactory
    Stream<DynamicTest> retriesAtTheSameTimeActOnce() {
        return forEveryChange(call -> {
            Duet duet = prepared(store(), situationOf(call));
            List<Outcome> outcomes = Rendezvous.atOnce(IntStream.range(0, RETRIES)
                    .<Callable<Outcome>>mapToObj(i -> () -> duet.onRegistry(call))
                    .toList());
            duet.onModelRetold(call, outcomes.get(0));
            outcomes.forEach(outcome -> duet.onModel(call, outcome));
            duet.compare(call.command().key());
        });
    }

    /** The first attempt comes between any two steps of its own retry. */
    @Promise(12)
    @TestFactory
    Stream<DynamicTest> aRetryThatIsOvertakenByTheFirstAttemptActsNoSecondTime() {
        return forEveryChange(call -> {
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
        Interruption interruption = new Interruption(store());
        Duet duet = prepared(interruption.storage(), situation);
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
        Duet duet = prepared(store(), situation);
        Command rollBack = new Command.RollEnvironmentBack(situation.key(), RollBack.of("sandbox"));
        duet.make(Call.by(ADA, rollBack).request("r")).value();
        Command delete = new Command.Delete(situation.key());
        refusedWith(
                RequestIdReusedException.class, duet.make(Call.by(ADA, delete).request("r")));
        duet.compare(situation.key());
    }

    /** Whatever is different, be it only a reason: nothing is dropped in silence. */
    @Promise(12)
    @TestFactory
    Stream<DynamicTest> theSameChangeWithAnotherPayloadIsRefused() {
        return forEveryChange(call -> {
            Duet duet = prepared(store(), situationOf(call));
            duet.make(call).value();
            List<Command> others = Variants.of(call.command());
            assertTrue(call.command() instanceof Command.Delete || !others.isEmpty(), "nothing else can be asked for");
            for (Command other : others) {
                Call reused = Call.by(ADA, other).request("the-request");
                Outcome outcome = duet.make(reused);
                refusedWith(RequestIdReusedException.class, outcome);
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
        Duet duet = prepared(store(), situation);
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

    @Promise({9, 12})
    @Test
    void aRequestIdBelongsToOneAgent() {
        List<Situation> situations = Stream.of(
                        AgentKey.of("w", "a"), AgentKey.of("w", "A"), AgentKey.of("w", "a/b"), AgentKey.of("v", "a"))
                .map(Situation::new)
                .toList();
        Duet duet = new Duet(Setup.simple(), store());
        for (Situation situation : situations) {
            situation.past().forEach(command -> duet.make(Call.by(ADA, command)).value());
        }
        for (Situation situation : situations) {
            Command rollBack = new Command.RollEnvironmentBack(situation.key(), RollBack.of("sandbox"));
            duet.make(Call.by(ADA, rollBack).request("r")).value();
            duet.compare(situation.key());
        }
    }

    @Promise(12)
    @Test
    void aRefusedRequestIsTriedAnew() {
        AgentKey key = AgentKey.of("w", "desk");
        Duet duet = new Duet(Setup.simple(), store());
        duet.make(Call.by(ADA, new Command.Create(key, NewAgent.named("Desk")))).value();
        Call early = Call.by(ADA, edit(key, 2, "Early")).request("r");
        refusedWith(StaleAgentException.class, duet.make(early));
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

    private static void refusedWith(Class<? extends StetException> expected, Outcome outcome) {
        assertInstanceOf(
                expected, assertInstanceOf(Outcome.Threw.class, outcome).thrown());
    }
}
