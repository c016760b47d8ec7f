package dev.stet.rules;

import static dev.stet.rules.Known.KEY;
import static dev.stet.rules.Known.NEEDY;
import static dev.stet.rules.Known.POLICIES;
import static dev.stet.rules.Known.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.access.AccessDeniedException;
import dev.stet.agent.AgentUnavailableException;
import dev.stet.content.Content;
import dev.stet.environment.ArchivedVersionException;
import dev.stet.environment.DeployOutcome;
import dev.stet.environment.Deployment;
import dev.stet.environment.Deployment.Cause;
import dev.stet.environment.EnvironmentFrozenException;
import dev.stet.environment.Replacing;
import dev.stet.environment.RollBack;
import dev.stet.environment.RollBackException;
import dev.stet.environment.StaleDeploymentException;
import dev.stet.environment.UnknownEnvironmentException;
import dev.stet.error.NotFoundException;
import dev.stet.page.UnmetNeedsException;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How an environment goes back to what it served before. */
final class RollBackEnvironmentTest {
    private static final RollBack BACK = RollBack.of("sandbox");

    private static RollBackEnvironment verb(RollBack rollBack) {
        return new RollBackEnvironment(KEY, rollBack, POLICIES);
    }

    /** Served versions 1, 2 and 3 by deployments 1, 2 and 3. */
    private static Known serving() {
        Known known = Known.agent();
        known.publish("Hello.");
        known.publish("Good day.");
        known.publish("Welcome.");
        return known.deploy(1, "sandbox").deploy(2, "sandbox").deploy(3, "sandbox");
    }

    private static void empty(Known known) {
        known.make(new EmptyEnvironment(KEY, "sandbox", "", Replacing.anything(), POLICIES));
    }

    private static void leadsTo(long version, long source, Decision<DeployOutcome> decision) {
        Deployment made = assertInstanceOf(DeployOutcome.Deployed.class, decision.outcome())
                .deployment();
        assertEquals(OptionalLong.of(version), made.version());
        assertEquals(OptionalLong.of(source), made.source());
        assertEquals(Cause.ROLLED_BACK, made.cause());
        assertEquals(List.of(made), decision.changes().orElseThrow().deployments());
    }

    @Test
    void oneStepAfterTheOther() {
        Known known = serving();
        leadsTo(2, 2, known.decide(verb(BACK.because("Too loud."))));
        assertEquals(List.of("ROLL_BACK sandbox"), known.asked());
        known.make(verb(BACK));
        leadsTo(1, 1, known.decide(verb(BACK)));
        known.make(verb(BACK));
        known.refusal(RollBackException.class, verb(BACK));
    }

    @Test
    void toADeploymentOrToAVersion() {
        Known known = serving();
        leadsTo(1, 1, known.decide(verb(BACK.toDeployment(1))));
        leadsTo(1, 1, known.decide(verb(BACK.toVersion(1))));
        known.make(verb(BACK.toVersion(1)));
        known.deploy(3, "sandbox");
        leadsTo(1, 1, known.decide(verb(BACK.toDeployment(4))));
        leadsTo(1, 1, known.decide(verb(BACK.toVersion(1))));
    }

    @Test
    void toWhatItServesAlreadyNothingChanges() {
        Known known = serving();
        Decision<DeployOutcome> decision = known.decide(verb(BACK.toVersion(3)));
        assertEquals(new DeployOutcome.Unchanged(known.deployment(KEY, 3)), decision.outcome());
        assertTrue(decision.changes().isEmpty());
        assertFalse(known.on("r-1").entry(verb(BACK.toVersion(3))).changed());
    }

    @Test
    void thereMustBeSomethingToGoBackTo() {
        Known known = serving();
        known.refusal(RollBackException.class, verb(RollBack.of("live")));
        known.refusal(RollBackException.class, verb(RollBack.of("live").toVersion(1)));
        known.refusal(RollBackException.class, verb(RollBack.of("live").toDeployment(1)));
        known.refusal(NotFoundException.class, verb(BACK.toDeployment(9)));
        known.refusal(
                UnknownEnvironmentException.class, verb(RollBack.of("moon").toDeployment(9)));
        empty(known);
        leadsTo(3, 3, known.decide(verb(BACK)));
        known.refusal(RollBackException.class, verb(BACK.toDeployment(4)));
        known.deploy(1, "sandbox");
        known.refusal(RollBackException.class, verb(BACK));
    }

    @Test
    void whatWasDroppedNobodyCanGoBackTo() {
        Known known = serving().drop(1);
        String said =
                known.refusal(RollBackException.class, verb(BACK.toVersion(1))).getMessage();
        assertTrue(said.contains("dropped by retention"));
        assertEquals(
                said,
                known.archive()
                        .refusal(RollBackException.class, verb(BACK.toDeployment(1)))
                        .getMessage());
    }

    @Test
    void itIsRefusedWhereSomethingIsClosedOrNotAsExpected() {
        Known known = serving();
        known.refusal(StaleDeploymentException.class, verb(BACK.replacing(Replacing.deployment(2))));
        known.decide(verb(BACK.replacing(Replacing.deployment(3))));
        known.archive(2).refusal(ArchivedVersionException.class, verb(BACK));
        known.freeze("sandbox").refusal(EnvironmentFrozenException.class, verb(BACK.toVersion(1)));
        known.archive().refusal(AgentUnavailableException.class, verb(BACK));
        known.forbid("ROLL_BACK sandbox").refusal(AccessDeniedException.class, verb(BACK));
    }

    @Test
    void whatTheVersionNeededMustStillBeOnThePage() {
        Known known = Known.agent();
        known.publish(NEEDY);
        known.publish("Hello.");
        known.deploy(1, "sandbox").deploy(2, "sandbox");
        RollBackEnvironment verb = new RollBackEnvironment(KEY, BACK, Known.needy(""));
        known.refusal(UnmetNeedsException.class, verb);
        known.page("sandbox", TOKEN, Content.empty());
        leadsTo(1, 1, known.decide(verb));
    }

    @Test
    void aRetryIsToldTheSame() {
        Known known = serving().on("r-1");
        assertEquals(known.make(verb(BACK)), known.retry(verb(BACK)));
        assertEquals(
                5,
                Stream.of(
                                BACK,
                                BACK.because("Too loud."),
                                BACK.replacing(Replacing.deployment(3)),
                                BACK.toVersion(1),
                                BACK.toDeployment(1))
                        .map(rollBack -> verb(rollBack).asked().hash())
                        .distinct()
                        .count());
    }
}
