package dev.stet.storage.tck;

import dev.stet.access.Actor;
import dev.stet.environment.RollBack;
import dev.stet.ref.AgentKey;
import dev.stet.storage.tck.oracle.Command;
import dev.stet.storage.tck.oracle.Duet;
import dev.stet.storage.tck.oracle.Duet.Call;
import dev.stet.storage.tck.oracle.Setup;
import dev.stet.storage.tck.stage.Retry;
import dev.stet.storage.tck.stage.Situation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a store tells of a request lets its retry return the first outcome, whatever came between; it never acts twice. */
public abstract class RequestSuite extends StorageSuite {
    private static final Actor ADA = Situation.ADA;

    /** By their rows; also the one that an agent begins with, and one that leaves the latest version active nowhere. */
    private static final List<Class<? extends Command>> KINDS = Stream.concat(
                    Stream.of(Command.Create.class, Command.PromoteVersion.class), Situation.BY_THEIR_ROWS.stream())
            .toList();

    @Promise(12)
    @TestFactory
    Stream<DynamicTest> aLostAnswerIsToldAgain() {
        return Situation.forChanges(KINDS, call -> new Retry(store(), call).tellsALostAnswerAgain());
    }

    @Promise(12)
    @TestFactory
    Stream<DynamicTest> retriesAtTheSameTimeActOnce() {
        return Situation.forChanges(KINDS, call -> new Retry(store(), call).actsOnceAtTheSameTime());
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
