package dev.stet.rules;

import static dev.stet.rules.Known.KEY;
import static dev.stet.rules.Known.NEEDY;
import static dev.stet.rules.Known.NOON;
import static dev.stet.rules.Known.POLICIES;
import static dev.stet.rules.Known.TOKEN;
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
import dev.stet.content.Content;
import dev.stet.environment.ArchivedVersionException;
import dev.stet.environment.Deploy;
import dev.stet.environment.DeployOutcome;
import dev.stet.environment.Deployment;
import dev.stet.environment.Deployment.Cause;
import dev.stet.environment.EnvironmentFrozenException;
import dev.stet.environment.PipelineException;
import dev.stet.environment.Replacing;
import dev.stet.environment.StaleDeploymentException;
import dev.stet.environment.UnknownEnvironmentException;
import dev.stet.error.InvalidInputException;
import dev.stet.error.NotFoundException;
import dev.stet.facts.AgentChange;
import dev.stet.facts.Serving;
import dev.stet.page.UnmetNeedsException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How a version comes to serve directly. */
final class DeployVersionTest {
    private static final Deploy FIRST = Deploy.version(1, "sandbox");

    private static DeployVersion verb(Deploy deploy) {
        return new DeployVersion(KEY, deploy, POLICIES);
    }

    private static Known published() {
        Known known = Known.agent();
        known.publish("Hello.");
        known.publish("Good day.");
        return known;
    }

    @Test
    void itServesFromNowOn() {
        Known known = published().after(Duration.ofHours(1));
        Decision<DeployOutcome> decision = known.decide(verb(FIRST.because("Ready.")));
        Deployment made = assertInstanceOf(DeployOutcome.Deployed.class, decision.outcome())
                .deployment();
        assertEquals(Cause.DIRECT, made.cause());
        assertEquals(OptionalLong.of(1), made.version());
        assertEquals(OptionalLong.empty(), made.replaced());
        assertEquals("Ready.", made.reason());
        assertEquals(NOON.plus(Duration.ofHours(1)), made.at());
        AgentChange change = decision.changes().orElseThrow();
        assertEquals(List.of(made), change.deployments());
        assertEquals(
                List.of(Serving.untouched("sandbox").after(made, known.findVersion(KEY, 1))), change.environments());
        assertEquals(Set.of("sandbox"), change.agent().orElseThrow().head().servedIn());
        assertEquals(
                Subject.agent().environment("sandbox").version(1).deployment(1),
                change.audit().subject());
        assertEquals(
                Map.of("environment sandbox", Change.to("version 1")),
                change.audit().changes());
        assertEquals(List.of("DEPLOY sandbox"), known.asked());
    }

    @Test
    void whereItServesAlreadyNothingChanges() {
        Known known = published().deploy(1, "sandbox").freeze("sandbox");
        Decision<DeployOutcome> decision = known.decide(verb(FIRST));
        assertEquals(new DeployOutcome.Unchanged(known.deployment(KEY, 1)), decision.outcome());
        assertTrue(decision.changes().isEmpty());
        AuditEntry entry = known.on("r-1").entry(verb(FIRST));
        assertFalse(entry.changed());
        assertEquals(Subject.agent().environment("sandbox").version(1).deployment(1), entry.subject());
    }

    @Test
    void itIsRefusedWhereNoVersionIsPut() {
        Known known = published();
        known.refusal(UnknownEnvironmentException.class, verb(Deploy.version(9, "moon")));
        known.refusal(NotFoundException.class, verb(Deploy.version(9, "live")));
        assertEquals(
                PipelineException.Rule.NOT_AN_ENTRY,
                known.refusal(PipelineException.class, verb(Deploy.version(1, "live")))
                        .rule());
        known.refusal(InvalidInputException.class, verb(FIRST.because("x".repeat(100_000))));
        known.forbid("DEPLOY sandbox").refusal(AccessDeniedException.class, verb(FIRST));
        Known.nothing().refusal(NotFoundException.class, verb(FIRST));
    }

    @Test
    void itIsRefusedWhereTheEnvironmentIsNotAsExpected() {
        Known known = published();
        known.refusal(StaleDeploymentException.class, verb(FIRST.replacing(Replacing.deployment(1))));
        known.decide(verb(FIRST.replacing(Replacing.nothing())));
        known.deploy(1, "sandbox");
        known.refusal(StaleDeploymentException.class, verb(FIRST.replacing(Replacing.nothing())));
        known.refusal(StaleDeploymentException.class, verb(FIRST.replacing(Replacing.deployment(2))));
        known.decide(verb(Deploy.version(2, "sandbox").replacing(Replacing.deployment(1))));
    }

    @Test
    void itIsRefusedWhereSomethingIsClosed() {
        Known known = published().archive(2);
        known.refusal(ArchivedVersionException.class, verb(Deploy.version(2, "sandbox")));
        known.freeze("sandbox").refusal(EnvironmentFrozenException.class, verb(FIRST));
        known.archive().refusal(AgentUnavailableException.class, verb(FIRST));
    }

    @Test
    void whatItNeedsOfTheConfigPageMustBeThere() {
        Known known = Known.agent();
        known.publish(NEEDY);
        DeployVersion verb = new DeployVersion(KEY, FIRST, Known.needy(""));
        known.refusal(UnmetNeedsException.class, verb);
        assertEquals(
                1,
                known.decide(new DeployVersion(KEY, FIRST, Known.needy("voice")))
                        .outcome()
                        .deployment()
                        .number());
        known.page("sandbox", TOKEN, Content.empty());
        assertEquals(1, known.decide(verb).outcome().deployment().number());
    }

    @Test
    void aRetryIsToldTheSame() {
        Known known = published().on("r-1");
        assertEquals(known.make(verb(FIRST)), known.retry(verb(FIRST)));
        assertEquals(known.make(verb(FIRST)), known.retry(verb(FIRST)));
        assertNotEquals(
                verb(FIRST).asked().hash(),
                verb(FIRST.because("Ready.")).asked().hash());
    }
}
