package dev.stet.rules;

import static dev.stet.rules.DraftVerbs.FIRST;
import static dev.stet.rules.DraftVerbs.discard;
import static dev.stet.rules.Known.KEY;
import static dev.stet.rules.Known.POLICIES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.access.AccessDeniedException;
import dev.stet.access.AuditEntry;
import dev.stet.access.Change;
import dev.stet.access.Subject;
import dev.stet.agent.AgentUnavailableException;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftClosedException;
import dev.stet.error.InvalidInputException;
import dev.stet.error.NotFoundException;
import dev.stet.facts.AgentChange;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a draft gets another name. */
final class RenameDraftTest {
    private static RenameDraft verb(String name) {
        return new RenameDraft(KEY, FIRST, name, POLICIES);
    }

    @Test
    void theNameChangesAndTheRevisionStays() {
        Known known = Known.agent();
        Draft before = known.draft(KEY, FIRST);
        Decision<Draft> decision = known.by("ben").decide(verb("Spring"));
        assertEquals(before.withName("Spring"), decision.outcome());
        AgentChange change = decision.changes().orElseThrow();
        assertEquals(List.of(decision.outcome()), change.drafts());
        assertEquals(List.of(), change.revisions());
        assertEquals(List.of(), decision.contents());
        assertEquals(Subject.agent().draft(FIRST, 1), change.audit().subject());
        assertEquals(
                Map.of("name", Change.of(before.name(), "Spring")),
                change.audit().changes());
        assertEquals(List.of("RENAME_DRAFT"), known.asked());
    }

    @Test
    void theNameItHasChangesNothing() {
        Known known = Known.agent();
        known.make(verb("Spring"));
        Decision<Draft> decision = known.decide(verb("Spring"));
        assertEquals(known.draft(KEY, FIRST), decision.outcome());
        assertTrue(decision.changes().isEmpty());
        AuditEntry entry = known.on("r-1").entry(verb("Spring"));
        assertFalse(entry.changed());
        assertEquals(Map.of(), entry.changes());
    }

    @Test
    void itIsRefusedWhereThatMakesNoSense() {
        Known known = Known.agent();
        known.refusal(InvalidInputException.class, verb(" "));
        known.refusal(InvalidInputException.class, verb("x".repeat(100_000)));
        known.refusal(NotFoundException.class, new RenameDraft(KEY, DraftId.of("d-9"), "Spring", POLICIES));
        known.make(discard(DraftRef.of("d-1", 1)));
        known.refusal(DraftClosedException.class, verb("Spring"));
        known.archive().refusal(AgentUnavailableException.class, verb("Spring"));
        known.forbid("RENAME_DRAFT").refusal(AccessDeniedException.class, verb("Spring"));
        Known.nothing().refusal(NotFoundException.class, verb("Spring"));
    }

    @Test
    void aRetryIsToldHowTheDraftIs() {
        Known known = Known.agent().on("r-1");
        assertEquals(known.make(verb("Spring")), known.retry(verb("Spring")));
        assertEquals(known.make(verb("Spring")), known.retry(verb("Spring")));
        assertNotEquals(verb("Spring").asked().hash(), verb("Fall").asked().hash());
    }
}
