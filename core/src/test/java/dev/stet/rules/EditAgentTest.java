package dev.stet.rules;

import static dev.stet.rules.Known.KEY;
import static dev.stet.rules.Known.NEEDY;
import static dev.stet.rules.Known.POLICIES;
import static dev.stet.rules.Known.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.access.AccessDeniedException;
import dev.stet.access.Action;
import dev.stet.access.Change;
import dev.stet.agent.Agent;
import dev.stet.agent.AgentEdit;
import dev.stet.agent.AgentStatus;
import dev.stet.agent.AgentUnavailableException;
import dev.stet.agent.StaleAgentException;
import dev.stet.content.Content;
import dev.stet.error.InvalidInputException;
import dev.stet.facts.AgentChange;
import dev.stet.page.UnmetNeedsException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How an agent is edited. */
final class EditAgentTest {
    private static EditAgent verb(long expected, AgentEdit edit) {
        return new EditAgent(KEY, expected, edit, POLICIES);
    }

    private static final AgentEdit RENAMED = AgentEdit.nothing().name("Night desk");

    @Test
    void whatIsNamedChangesAndTheRestStays() {
        Known known = Known.agent();
        Agent before = known.found();
        Decision<Agent> decision = known.by("ben").decide(verb(1, RENAMED));
        Agent after = decision.outcome();
        assertEquals("Night desk", after.name());
        assertEquals(2, after.revision());
        assertEquals(known.actor(), after.updatedBy());
        assertEquals(before.createdBy(), after.createdBy());
        assertEquals(before.status(), after.status());
        AgentChange change = decision.changes().orElseThrow();
        assertEquals(Optional.of(after), change.agent());
        assertEquals(Action.EDIT_AGENT, change.audit().action());
        assertEquals(
                Map.of("name", Change.of("Front desk", "Night desk")),
                change.audit().changes());
        assertEquals(List.of("EDIT_AGENT"), known.asked());
    }

    @Test
    void allOfItCanChangeAtOnce() {
        Known known = Known.agent();
        AgentEdit all = RENAMED.description("At night.")
                .kind("voice")
                .tags(Set.of("b", "a"))
                .status(AgentStatus.INACTIVE);
        assertEquals(
                Set.of("name", "description", "kind", "tags", "status"),
                known.entry(verb(1, all)).changes().keySet());
        known.make(verb(1, all));
        assertEquals("At night.", known.found().description());
        assertEquals("voice", known.found().kind());
        assertEquals(Set.of("a", "b"), known.found().tags());
        assertEquals(AgentStatus.INACTIVE, known.found().status());
    }

    @Test
    void anEditToWhatIsMakesNoRevision() {
        Known known = Known.agent();
        AgentEdit same = AgentEdit.nothing()
                .name("Front desk")
                .description("")
                .kind("")
                .tags(Set.of())
                .status(AgentStatus.ACTIVE);
        Decision<Agent> decision = known.decide(verb(1, same));
        assertEquals(known.found(), decision.outcome());
        assertTrue(decision.changes().isEmpty());
        Decision<Agent> onRecord = known.on("r-1").decide(verb(1, same));
        assertFalse(onRecord.changes().orElseThrow().audit().changed());
        assertEquals(onRecord.changes().orElseThrow().agent(), Optional.of(onRecord.outcome()));
        assertEquals(1, onRecord.outcome().revision());
    }

    @Test
    void itIsRefusedWhenItWasEditedSince() {
        Known known = Known.agent();
        known.make(verb(1, RENAMED));
        known.refusal(StaleAgentException.class, verb(1, AgentEdit.nothing()));
        known.refusal(StaleAgentException.class, verb(3, AgentEdit.nothing()));
        known.archive().refusal(StaleAgentException.class, verb(1, AgentEdit.nothing()));
    }

    @Test
    void anArchivedAgentTakesNothingButAnotherStatus() {
        Known known = Known.agent().archive();
        known.refusal(AgentUnavailableException.class, verb(2, RENAMED));
        known.refusal(
                AgentUnavailableException.class, verb(2, AgentEdit.nothing().status(AgentStatus.ARCHIVED)));
        assertEquals(
                "Night desk",
                known.make(verb(2, RENAMED.status(AgentStatus.ACTIVE))).name());
    }

    @Test
    void textsHaveTheirLimits() {
        Known known = Known.agent();
        String novel = "x".repeat(100_000);
        known.refusal(InvalidInputException.class, verb(1, AgentEdit.nothing().name(" ")));
        known.refusal(InvalidInputException.class, verb(1, AgentEdit.nothing().name(novel)));
        known.refusal(InvalidInputException.class, verb(1, AgentEdit.nothing().description(novel)));
        known.refusal(InvalidInputException.class, verb(1, AgentEdit.nothing().kind(novel)));
        known.refusal(InvalidInputException.class, verb(1, AgentEdit.nothing().tags(Set.of(" "))));
        known.forbid("EDIT_AGENT").refusal(AccessDeniedException.class, verb(1, RENAMED));
    }

    @Test
    void whatServesMustHaveWhatItNeedsInTheOtherKind() {
        Known known = Known.agent();
        known.publish(NEEDY);
        known.publish("Hello.");
        EditAgent verb = new EditAgent(KEY, 1, AgentEdit.nothing().kind("voice"), Known.needy("voice"));
        known.decide(verb);
        known.deploy(2, "staging").deploy(1, "live");
        known.freeze("sandbox").refusal(UnmetNeedsException.class, verb);
        known.decide(verb(1, AgentEdit.nothing().kind("voice")));
        known.page("live", TOKEN, Content.empty());
        assertEquals("voice", known.make(verb).kind());
        known.page("live", Content.empty(), Content.empty());
        known.decide(new EditAgent(KEY, 2, RENAMED.kind("voice"), Known.needy("voice")));
        known.decide(new EditAgent(KEY, 2, RENAMED.kind("chat"), Known.needy("voice")));
    }

    @Test
    void aRetryIsToldHowTheAgentIs() {
        Known known = Known.agent().on("r-1");
        assertEquals(known.make(verb(1, RENAMED)), known.retry(verb(1, RENAMED)));
        assertEquals(
                verb(1, AgentEdit.nothing().tags(Set.of("a", "b"))).asked().hash(),
                verb(1, AgentEdit.nothing().tags(Set.of("b", "a"))).asked().hash());
    }
}
