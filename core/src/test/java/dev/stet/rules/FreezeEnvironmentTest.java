package dev.stet.rules;

import static dev.stet.rules.Known.ANA;
import static dev.stet.rules.Known.KEY;
import static dev.stet.rules.Known.NOON;
import static dev.stet.rules.Known.POLICIES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.stet.access.AccessDeniedException;
import dev.stet.access.Action;
import dev.stet.access.Change;
import dev.stet.access.Subject;
import dev.stet.agent.AgentUnavailableException;
import dev.stet.environment.Environment;
import dev.stet.environment.EnvironmentFrozenException;
import dev.stet.environment.Freeze;
import dev.stet.environment.UnknownEnvironmentException;
import dev.stet.error.InvalidInputException;
import dev.stet.facts.AgentChange;
import dev.stet.facts.Serving;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How an environment is frozen. */
final class FreezeEnvironmentTest {
    private static FreezeEnvironment freeze(String environment, String reason) {
        return new FreezeEnvironment(KEY, environment, reason, POLICIES);
    }

    @Test
    void itStaysAsItIsAndIsFrozenBySomebodyForAReason() {
        Known known = Known.agent();
        known.publish("Hello.");
        known.deploy(1, "live");
        Serving before = known.serving(KEY, "live");
        Decision<Environment> decision = known.decide(freeze("live", "Fair days."));
        Freeze freeze = new Freeze(ANA, NOON, "Fair days.");
        assertEquals(before.environment().withFreeze(Optional.of(freeze)), decision.outcome());
        AgentChange change = decision.changes().orElseThrow();
        assertEquals(List.of(before.withFreeze(Optional.of(freeze))), change.environments());
        assertEquals(Action.FREEZE_ENVIRONMENT, change.audit().action());
        assertEquals(Subject.agent().environment("live"), change.audit().subject());
        assertEquals(Map.of("freeze", Change.to("Fair days.")), change.audit().changes());
        assertEquals(List.of("FREEZE_ENVIRONMENT live"), known.asked());
    }

    @Test
    void itIsRefusedWhereThatMakesNoSense() {
        Known known = Known.agent();
        known.refusal(UnknownEnvironmentException.class, freeze("moon", "Fair days."));
        known.refusal(InvalidInputException.class, freeze("live", " "));
        known.freeze("live").refusal(EnvironmentFrozenException.class, freeze("live", "Rain."));
        known.archive().refusal(AgentUnavailableException.class, freeze("live", "Fair days."));
        known.forbid("FREEZE_ENVIRONMENT live").refusal(AccessDeniedException.class, freeze("live", "Fair days."));
    }

    @Test
    void aRetryIsToldHowTheEnvironmentIs() {
        Known known = Known.agent().on("r-1");
        Environment frozen = known.make(freeze("live", "Fair days."));
        assertEquals(frozen, known.retry(freeze("live", "Fair days.")));
        assertNotEquals(
                freeze("live", "Fair days.").asked().hash(),
                freeze("live", "Rain.").asked().hash());
    }
}
