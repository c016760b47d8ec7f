package dev.stet.rules;

import static dev.stet.rules.Known.KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stet.access.AccessDeniedException;
import dev.stet.access.Action;
import dev.stet.access.Change;
import dev.stet.error.NotFoundException;
import dev.stet.facts.AgentChange;
import dev.stet.ref.AgentId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How an agent ends. */
final class DeleteAgentTest {
    private static final DeleteAgent DELETE = new DeleteAgent(KEY);

    @Test
    void nothingIsLeftButTheTrail() {
        Known known = Known.agent().archive();
        Decision<AgentId> decision = known.decide(DELETE);
        assertEquals(KEY.agent(), decision.outcome());
        AgentChange change = decision.changes().orElseThrow();
        assertEquals(Optional.empty(), change.agent());
        assertEquals(Action.DELETE_AGENT, change.audit().action());
        assertEquals(
                Map.of("name", new Change(Optional.of("Front desk"), Optional.empty())),
                change.audit().changes());
        assertEquals(List.of("DELETE_AGENT"), known.asked());
    }

    @Test
    void whatIsNotThereIsNotDeleted() {
        Known.nothing().refusal(NotFoundException.class, DELETE);
        Known.agent().forbid("DELETE_AGENT").refusal(AccessDeniedException.class, DELETE);
    }

    @Test
    void aRetryIsToldWhatWasDeleted() {
        Known known = Known.agent().on("r-1");
        assertEquals(known.make(DELETE), known.retry(DELETE));
        known.refusal(NotFoundException.class, DELETE);
    }
}
