package dev.stet.rules;

import static dev.stet.rules.Known.KEY;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stet.agent.AgentEdit;
import dev.stet.agent.AgentStatus;
import dev.stet.agent.AgentUnavailableException;
import dev.stet.environment.Deployment;
import dev.stet.environment.Environment;
import dev.stet.environment.Pipeline;
import dev.stet.environment.UnknownEnvironmentException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What whoever reads an environment is told by the rules. */
final class DeploymentRulesTest {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static Instant minute(long minutes) {
        return Known.NOON.plus(Duration.ofMinutes(minutes));
    }

    private static Instant since(Instant at, Optional<Instant> earliest) {
        Deployment deployment = new Deployment(
                1,
                "live",
                OptionalLong.of(1),
                Deployment.Cause.DIRECT,
                Known.ANA,
                at,
                earliest,
                "",
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty());
        return DeploymentRules.since(deployment, minute(0), TOLERANCE);
    }

    @Test
    void aDeploymentIsActiveSinceItWasMade() {
        assertEquals(minute(-60), since(minute(-60), Optional.empty()));
        assertEquals(minute(-60), since(minute(-60), Optional.of(minute(-90))));
        assertEquals(minute(0), since(minute(0), Optional.empty()));
    }

    @Test
    void aTimeThatIsStillToComeIsAsFarInThePast() {
        assertEquals(minute(-5), since(minute(5), Optional.of(minute(-90))));
        assertEquals(minute(-6), since(minute(6), Optional.empty()));
        assertEquals(minute(-2), since(minute(6), Optional.of(minute(2))));
    }

    @Test
    void farAheadOfTheClockTheEarliestTimeCounts() {
        assertEquals(minute(-90), since(minute(6), Optional.of(minute(-90))));
    }

    @Test
    void anEnvironmentThatLeftThePipelineIsKnownWhileSomethingIsLeftInIt() {
        Known known = Known.agent();
        known.publish("Hello.");
        known.deploy(1, "live");
        Pipeline pipeline = Pipeline.of("sandbox");
        Environment left = known.serving(KEY, "live").environment();
        assertDoesNotThrow(() -> DeploymentRules.requireKnownOrTouched(left, pipeline));
        assertDoesNotThrow(() -> DeploymentRules.requireKnownOrTouched(Environment.untouched("sandbox"), pipeline));
        assertThrows(
                UnknownEnvironmentException.class,
                () -> DeploymentRules.requireKnownOrTouched(Environment.untouched("staging"), pipeline));
    }

    @Test
    void onlyAnActiveAgentTellsWhatRuns() {
        Known known = Known.agent();
        assertDoesNotThrow(() -> AgentRules.requireResolvable(known.found()));
        known.make(new EditAgent(KEY, 1, AgentEdit.nothing().status(AgentStatus.INACTIVE), Known.POLICIES));
        assertThrows(AgentUnavailableException.class, () -> AgentRules.requireResolvable(known.found()));
    }
}
