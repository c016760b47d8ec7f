package dev.stet.rules;

import static dev.stet.rules.Known.KEY;
import static dev.stet.rules.Known.POLICIES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.access.AccessDeniedException;
import dev.stet.access.AuditEntry;
import dev.stet.access.Change;
import dev.stet.access.Subject;
import dev.stet.agent.AgentUnavailableException;
import dev.stet.environment.DeployOutcome;
import dev.stet.environment.Deployment;
import dev.stet.environment.Deployment.Cause;
import dev.stet.environment.EnvironmentFrozenException;
import dev.stet.environment.NothingServedException;
import dev.stet.environment.Pipeline;
import dev.stet.environment.Replacing;
import dev.stet.environment.StaleDeploymentException;
import dev.stet.environment.UnknownEnvironmentException;
import dev.stet.facts.AgentChange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** How an environment comes to serve nothing. */
final class EmptyEnvironmentTest {
    private static EmptyEnvironment empty(String environment, Replacing replacing) {
        return new EmptyEnvironment(KEY, environment, "Closed.", replacing, POLICIES);
    }

    private static EmptyEnvironment empty(String environment) {
        return empty(environment, Replacing.anything());
    }

    private static Known serving() {
        Known known = Known.agent();
        known.publish("Hello.");
        return known.deploy(1, "sandbox");
    }

    @Test
    void thatIsADeploymentOfNothing() {
        Known known = serving();
        Decision<DeployOutcome> decision = known.decide(empty("sandbox", Replacing.deployment(1)));
        Deployment made = assertInstanceOf(DeployOutcome.Deployed.class, decision.outcome())
                .deployment();
        assertEquals(Cause.EMPTIED, made.cause());
        assertEquals(OptionalLong.empty(), made.version());
        assertEquals(OptionalLong.of(1), made.replacedVersion());
        assertEquals("Closed.", made.reason());
        AgentChange change = decision.changes().orElseThrow();
        assertEquals(List.of(made), change.deployments());
        assertTrue(change.agent().orElseThrow().head().servedIn().isEmpty());
        assertEquals(
                Subject.agent().environment("sandbox").deployment(2),
                change.audit().subject());
        assertEquals(
                Map.of("environment sandbox", new Change(Optional.of("version 1"), Optional.empty())),
                change.audit().changes());
        assertEquals(List.of("EMPTY_ENVIRONMENT sandbox"), known.asked());
    }

    @Test
    void whereItServesNothingAnyMoreNothingChanges() {
        Known known = serving();
        known.make(empty("sandbox"));
        Decision<DeployOutcome> again = known.decide(empty("sandbox"));
        assertEquals(
                2,
                assertInstanceOf(DeployOutcome.Unchanged.class, again.outcome())
                        .deployment()
                        .number());
        assertTrue(again.changes().isEmpty());
        AuditEntry entry = known.on("r-1").entry(empty("sandbox"));
        assertEquals(Subject.agent().environment("sandbox").deployment(2), entry.subject());
        assertFalse(entry.changed());
    }

    @Test
    void itIsRefusedWhereThatMakesNoSense() {
        Known known = serving();
        known.refusal(UnknownEnvironmentException.class, empty("moon"));
        known.refusal(NothingServedException.class, empty("live"));
        known.refusal(StaleDeploymentException.class, empty("sandbox", Replacing.deployment(7)));
        known.refusal(StaleDeploymentException.class, empty("sandbox", Replacing.nothing()));
        known.freeze("sandbox").refusal(EnvironmentFrozenException.class, empty("sandbox"));
        known.archive().refusal(AgentUnavailableException.class, empty("sandbox"));
        known.forbid("EMPTY_ENVIRONMENT").refusal(AccessDeniedException.class, empty("sandbox"));
    }

    @Test
    void anEnvironmentThatLeftThePipelineCanBeEmptied() {
        Known known = serving();
        Policies shorter = Known.policies(Pipeline.of("live"));
        assertEquals(
                2,
                known.make(new EmptyEnvironment(KEY, "sandbox", "", Replacing.anything(), shorter))
                        .deployment()
                        .number());
    }

    @Test
    void aRetryIsToldOfTheSameDeployment() {
        Known known = serving().on("r-1");
        DeployOutcome first = known.make(empty("sandbox"));
        assertEquals(first, known.retry(empty("sandbox")));
        assertNotEquals(
                empty("sandbox").asked().hash(),
                empty("sandbox", Replacing.deployment(1)).asked().hash());
    }
}
