package dev.stet.rules;

import static dev.stet.rules.DraftVerbs.FIRST;
import static dev.stet.rules.DraftVerbs.HELLO;
import static dev.stet.rules.DraftVerbs.discard;
import static dev.stet.rules.DraftVerbs.save;
import static dev.stet.rules.Known.KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.stet.access.AccessDeniedException;
import dev.stet.access.Change;
import dev.stet.access.Subject;
import dev.stet.agent.AgentUnavailableException;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftClosedException;
import dev.stet.draft.DraftStatus;
import dev.stet.draft.StaleDraftException;
import dev.stet.error.NotFoundException;
import dev.stet.facts.AgentChange;
import dev.stet.ref.DraftRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a draft is closed without a version. */
final class DiscardDraftTest {
    private static final DraftRef SEEN = DraftRef.of("d-1", 1);

    @Test
    void itIsClosedAndStays() {
        Known known = Known.agent();
        Draft before = known.draft(KEY, FIRST);
        Decision<Draft> decision = known.decide(discard(SEEN));
        assertEquals(before.withStatus(DraftStatus.DISCARDED), decision.outcome());
        AgentChange change = decision.changes().orElseThrow();
        assertEquals(List.of(decision.outcome()), change.drafts());
        assertEquals(List.of(), change.revisions());
        assertEquals(0, change.agent().orElseThrow().head().openDrafts());
        assertEquals(Subject.agent().draft(FIRST, 1), change.audit().subject());
        assertEquals(
                Map.of("draft", new Change(Optional.of(before.name()), Optional.empty())),
                change.audit().changes());
        assertEquals(List.of("DISCARD_DRAFT"), known.asked());
    }

    @Test
    void theDraftOfAnotherIsARightOfItsOwn() {
        Known known = Known.agent();
        known.by("ben").decide(discard(SEEN));
        assertEquals(List.of("DISCARD_DRAFT", "DISCARD_DRAFT_OF_ANOTHER"), known.asked());
        known.forbid("DISCARD_DRAFT_OF_ANOTHER").refusal(AccessDeniedException.class, discard(SEEN));
        known.by("ana").decide(discard(SEEN));
        known.forbid("DISCARD_DRAFT").refusal(AccessDeniedException.class, discard(SEEN));
    }

    @Test
    void itIsRefusedWhereThatMakesNoSense() {
        Known known = Known.agent();
        known.refusal(NotFoundException.class, discard(DraftRef.of("d-9", 1)));
        known.make(save(SEEN, HELLO));
        known.refusal(StaleDraftException.class, discard(SEEN));
        known.make(discard(DraftRef.of("d-1", 2)));
        known.refusal(DraftClosedException.class, discard(DraftRef.of("d-1", 2)));
        known.archive().refusal(AgentUnavailableException.class, discard(SEEN));
        Known.nothing().refusal(NotFoundException.class, discard(SEEN));
    }

    @Test
    void aRetryIsToldHowTheDraftIs() {
        Known known = Known.agent().on("r-1");
        assertEquals(known.make(discard(SEEN)), known.retry(discard(SEEN)));
        assertNotEquals(
                discard(SEEN).asked().hash(),
                discard(DraftRef.of("d-1", 2)).asked().hash());
    }
}
