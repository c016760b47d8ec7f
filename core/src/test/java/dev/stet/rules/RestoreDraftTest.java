package dev.stet.rules;

import static dev.stet.rules.DraftVerbs.FIRST;
import static dev.stet.rules.DraftVerbs.GOOD_DAY;
import static dev.stet.rules.DraftVerbs.HELLO;
import static dev.stet.rules.DraftVerbs.discard;
import static dev.stet.rules.DraftVerbs.open;
import static dev.stet.rules.DraftVerbs.restore;
import static dev.stet.rules.DraftVerbs.save;
import static dev.stet.rules.Known.KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.access.AccessDeniedException;
import dev.stet.access.Change;
import dev.stet.access.Subject;
import dev.stet.agent.AgentUnavailableException;
import dev.stet.content.ContentLimits;
import dev.stet.content.InvalidContentException;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftClosedException;
import dev.stet.draft.DraftLineage;
import dev.stet.draft.DraftRevision.Cause;
import dev.stet.draft.SaveOutcome;
import dev.stet.draft.StaleDraftException;
import dev.stet.error.NotFoundException;
import dev.stet.facts.AgentChange;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import dev.stet.ref.Ref;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How an earlier content comes back into a draft. */
final class RestoreDraftTest {
    private static final Ref OLD = Ref.version(1);
    private static final DraftRef WORK = DraftRef.of("d-2", 1);

    /** Two versions, and a draft {@code d-2} on the later one. */
    private static Known published() {
        Known known = Known.agent();
        known.publish(HELLO);
        known.publish(GOOD_DAY);
        known.make(open(Ref.version(2)));
        return known;
    }

    @Test
    void aVersionComesBackAsTheNextRevision() {
        Known known = published();
        Decision<SaveOutcome> decision = known.decide(restore(WORK, OLD));
        SaveOutcome.Saved outcome = assertInstanceOf(SaveOutcome.Saved.class, decision.outcome());
        assertEquals(Cause.RESTORED, outcome.revision().cause());
        assertEquals(DraftLineage.onVersion(2).restoredFrom(1), outcome.draft().lineage());
        assertEquals(HELLO.hash(), outcome.draft().hash());
        assertEquals(List.of(), decision.contents());
        AgentChange change = decision.changes().orElseThrow();
        assertEquals(List.of(outcome.draft()), change.drafts());
        assertEquals(List.of(outcome.revision()), change.revisions());
        assertEquals(Subject.agent().draft(WORK.id(), 2), change.audit().subject());
        assertEquals(
                Map.of("revision", Change.of(1, 2), "content", Change.of(GOOD_DAY.hash(), HELLO.hash())),
                change.audit().changes());
        assertEquals(List.of("RESTORE_DRAFT"), known.asked());
    }

    @Test
    void whatADraftSaidIsNotRestoredFromAVersion() {
        Known known = published();
        known.make(restore(WORK, OLD));
        DraftLineage lineage = known.make(restore(DraftRef.of("d-2", 2), Ref.revision(WORK)))
                .draft()
                .lineage();
        assertEquals(DraftLineage.onVersion(2), lineage);
        known.make(save(FIRST, HELLO));
        lineage = known.make(restore(DraftRef.of("d-2", 3), Ref.draft(FIRST)))
                .draft()
                .lineage();
        assertEquals(DraftLineage.onVersion(2), lineage);
    }

    @Test
    void aContentOfTheCallersMustMeetTheLimits() {
        Known known = published();
        Decision<SaveOutcome> decision = known.decide(restore(WORK, Ref.content(HELLO)));
        assertEquals(List.of(new NewContent(HELLO, Optional.of(GOOD_DAY.hash()))), decision.contents());
        assertEquals(DraftLineage.onVersion(2), decision.outcome().draft().lineage());
        Policies tight = Declared.limits(ContentLimits.DEFAULT.withMaxBytes(10));
        known.refusal(InvalidContentException.class, new RestoreDraft(KEY, WORK, Ref.content(HELLO), tight));
        assertEquals(
                HELLO.hash(),
                known.decide(new RestoreDraft(KEY, WORK, OLD, tight))
                        .outcome()
                        .draft()
                        .hash());
    }

    @Test
    void whatTheDraftSaysAlreadyChangesNothing() {
        Known known = published();
        Draft before = known.draft(KEY, WORK.id());
        Decision<SaveOutcome> decision = known.decide(restore(WORK, Ref.version(2)));
        assertEquals(new SaveOutcome.Unchanged(before), decision.outcome());
        assertTrue(decision.changes().isEmpty());
    }

    @Test
    void itIsRefusedWhereThatMakesNoSense() {
        Known known = published();
        known.refusal(NotFoundException.class, restore(WORK, Ref.version(9)));
        known.refusal(NotFoundException.class, restore(DraftRef.of("d-9", 1), OLD));
        known.refusal(StaleDraftException.class, restore(DraftRef.of("d-2", 2), OLD));
        known.make(discard(WORK));
        known.refusal(DraftClosedException.class, restore(WORK, OLD));
        known.archive().refusal(AgentUnavailableException.class, restore(WORK, OLD));
        known.forbid("RESTORE_DRAFT").refusal(AccessDeniedException.class, restore(WORK, OLD));
        Known.nothing().refusal(NotFoundException.class, restore(WORK, OLD));
    }

    @Test
    void aRetryIsToldTheSame() {
        Known known = published().on("r-1");
        assertEquals(known.make(restore(WORK, OLD)), known.retry(restore(WORK, OLD)));
        DraftRef seen = DraftRef.of("d-2", 2);
        assertEquals(known.make(restore(seen, OLD)), known.retry(restore(seen, OLD)));
        assertNotEquals(
                restore(WORK, OLD).asked().hash(), restore(seen, OLD).asked().hash());
        assertNotEquals(
                restore(WORK, OLD).asked().hash(),
                restore(WORK, Ref.draft(DraftId.of("d-1"))).asked().hash());
    }
}
