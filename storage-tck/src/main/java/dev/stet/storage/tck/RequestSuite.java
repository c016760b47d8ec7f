package dev.stet.storage.tck;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stet.access.Actor;
import dev.stet.environment.RollBack;
import dev.stet.ref.AgentKey;
import dev.stet.storage.OutcomeUnknownException;
import dev.stet.storage.tck.oracle.Command;
import dev.stet.storage.tck.oracle.Duet;
import dev.stet.storage.tck.oracle.Duet.Call;
import dev.stet.storage.tck.oracle.Outcome;
import dev.stet.storage.tck.oracle.Setup;
import dev.stet.storage.tck.stage.Rendezvous;
import dev.stet.storage.tck.stage.Situation;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a store tells of a request lets its retry return the first outcome, whatever came between; it never acts twice. */
public abstract class RequestSuite extends StorageSuite {
    private static final Actor ADA = Situation.ADA;
    private static final int RETRIES = 4;

    @Promise(12)
    @TestFactory
    Stream<DynamicTest> aLostAnswerIsToldAgain() {
        return Situation.forEveryChange(call -> {
            AnswerLosingStorage losing = new AnswerLosingStorage(store());
            Duet duet = Situation.of(call).prepared(losing);
            losing.loseOneAnswer();
            assertInstanceOf(
                    OutcomeUnknownException.class, duet.onRegistry(call).thrown());
            Outcome retold = duet.onRegistry(call);
            duet.onModelRetold(call, retold);
            duet.compare(call.command().key());
            duet.make(call);
            duet.compare(call.command().key());
        });
    }

    @Promise(12)
    @TestFactory
    Stream<DynamicTest> retriesAtTheSameTimeActOnce() {
        return Situation.forEveryChange(call -> {
            Duet duet = Situation.of(call).prepared(store());
            List<Outcome> outcomes = Rendezvous.atOnce(IntStream.range(0, RETRIES)
                    .<Callable<Outcome>>mapToObj(i -> () -> duet.onRegistry(call))
                    .toList());
            duet.onModelRetold(call, outcomes.get(0));
            outcomes.forEach(outcome -> duet.onModel(call, outcome));
            duet.compare(call.command().key());
        });
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
}
