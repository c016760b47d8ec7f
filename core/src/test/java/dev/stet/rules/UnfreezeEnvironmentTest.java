package dev.stet.rules;

import static dev.stet.rules.Known.KEY;
import static dev.stet.rules.Known.POLICIES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.access.AccessDeniedException;
import dev.stet.access.Change;
import dev.stet.access.Subject;
import dev.stet.agent.AgentUnavailableException;
import dev.stet.environment.Environment;
import dev.stet.environment.Pipeline;
import dev.stet.environment.UnknownEnvironmentException;
import dev.stet.error.InvalidInputException;
import dev.stet.facts.AgentChange;
import dev.stet.facts.Serving;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How an environment comes to move again. */
final class UnfreezeEnvironmentTest {
    private static UnfreezeEnvironment unfreeze(String environment, String reason) {
        return new UnfreezeEnvironment(KEY, environment, reason, POLICIES);
    }

    @Test
    void itIsFrozenNoMoreAndBothReasonsAreOnRecord() {
        Known known = Known.agent().freeze("live");
        Decision<Environment> decision = known.decide(unfreeze("live", "All went home."));
        assertEquals(Environment.untouched("live"), decision.outcome());
        AgentChange change = decision.changes().orElseThrow();
        assertEquals(List.of(Serving.untouched("live")), change.environments());
        assertEquals(Subject.agent().environment("live"), change.audit().subject());
        assertEquals(
                Map.of(
                        "freeze",
                        new Change(Optional.of("Fair days."), Optional.empty()),
                        "unfreeze",
                        Change.to("All went home.")),
                change.audit().changes());
        assertEquals(List.of("UNFREEZE_ENVIRONMENT live"), known.asked());
    }

    @Test
    void whereItIsNotFrozenNothingChangesAndNoReasonIsNeeded() {
        Known known = Known.agent();
        Decision<Environment> decision = known.decide(unfreeze("live", ""));
        assertEquals(Environment.untouched("live"), decision.outcome());
        assertTrue(decision.changes().isEmpty());
        assertFalse(known.on("r-1").entry(unfreeze("live", "")).changed());
    }

    @Test
    void itIsRefusedWhereThatMakesNoSense() {
        Known known = Known.agent().freeze("live");
        known.refusal(UnknownEnvironmentException.class, unfreeze("moon", "All went home."));
        known.refusal(InvalidInputException.class, unfreeze("live", " "));
        known.archive().refusal(AgentUnavailableException.class, unfreeze("live", "All went home."));
        known.forbid("UNFREEZE_ENVIRONMENT").refusal(AccessDeniedException.class, unfreeze("live", "All went home."));
    }

    @Test
    void anEnvironmentThatLeftThePipelineCanBeUnfrozen() {
        Known known = Known.agent().freeze("live");
        Policies shorter = Known.policies(Pipeline.of("sandbox"));
        UnfreezeEnvironment unfreeze = new UnfreezeEnvironment(KEY, "live", "All went home.", shorter);
        assertTrue(known.make(unfreeze).isUntouched());
        known.refusal(UnknownEnvironmentException.class, unfreeze);
    }

    @Test
    void aRetryIsToldHowTheEnvironmentIs() {
        Known known = Known.agent().freeze("live").on("r-1");
        Environment thawed = known.make(unfreeze("live", "All went home."));
        assertEquals(thawed, known.retry(unfreeze("live", "All went home.")));
    }
}
