package dev.stet.rules;

import static dev.stet.rules.DraftVerbs.FIRST;
import static dev.stet.rules.DraftVerbs.GOOD_DAY;
import static dev.stet.rules.DraftVerbs.HELLO;
import static dev.stet.rules.DraftVerbs.discard;
import static dev.stet.rules.DraftVerbs.restore;
import static dev.stet.rules.DraftVerbs.save;
import static dev.stet.rules.Known.KEY;
import static dev.stet.rules.Known.NOON;
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
import dev.stet.content.ContentLimits;
import dev.stet.content.InvalidContentException;
import dev.stet.content.JsonValue;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftClosedException;
import dev.stet.draft.DraftRevision;
import dev.stet.draft.DraftRevision.Cause;
import dev.stet.draft.Edit;
import dev.stet.draft.SaveOutcome;
import dev.stet.draft.StaleDraftException;
import dev.stet.error.NotFoundException;
import dev.stet.facts.AgentChange;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import dev.stet.ref.Ref;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How a draft gets another content. */
final class SaveDraftTest {
    private static final DraftRef NEW = DraftRef.of("d-1", 1);

    private static Known saved() {
        Known known = Known.agent();
        known.make(save(NEW, HELLO));
        return known;
    }

    @Test
    void anotherContentIsTheNextRevision() {
        Known known = saved().by("ben").after(Duration.ofHours(1));
        Decision<SaveOutcome> decision = known.decide(save(DraftRef.of("d-1", 2), GOOD_DAY));
        SaveOutcome.Saved outcome = assertInstanceOf(SaveOutcome.Saved.class, decision.outcome());
        DraftRevision revision = outcome.revision();
        assertEquals(DraftRef.of("d-1", 3), revision.ref());
        assertEquals(Cause.SAVED, revision.cause());
        assertEquals(Set.of("greeting"), revision.changedSections());
        assertEquals(GOOD_DAY.hash(), revision.hash());
        assertEquals(known.actor(), revision.by());
        assertEquals(NOON.plus(Duration.ofHours(1)), revision.at());
        assertEquals(known.draft(KEY, FIRST).at(revision), outcome.draft());
        AgentChange change = decision.changes().orElseThrow();
        assertEquals(List.of(outcome.draft()), change.drafts());
        assertEquals(List.of(revision), change.revisions());
        assertEquals(List.of(new NewContent(GOOD_DAY, Optional.of(HELLO.hash()))), decision.contents());
        assertEquals(Subject.agent().draft(FIRST, 3), change.audit().subject());
        assertEquals(
                Map.of("revision", Change.of(2, 3), "content", Change.of(HELLO.hash(), GOOD_DAY.hash())),
                change.audit().changes());
        assertEquals(List.of("SAVE_DRAFT"), known.asked());
    }

    @Test
    void anEqualContentChangesNothing() {
        Known known = saved();
        SaveDraft same = save(FIRST, Pages.json("{'voice':'calm', 'greeting':'Hello.'}"));
        Decision<SaveOutcome> decision = known.decide(same);
        assertEquals(new SaveOutcome.Unchanged(known.draft(KEY, FIRST)), decision.outcome());
        assertTrue(decision.changes().isEmpty());
        assertEquals(List.of(), decision.contents());
        AuditEntry entry = known.on("r-1").entry(same);
        assertFalse(entry.changed());
        assertEquals(Subject.agent().draft(FIRST, 2), entry.subject());
        assertEquals(Map.of(), entry.changes());
    }

    @Test
    void itIsRefusedWhenTheDraftWasSavedSince() {
        Known known = saved();
        StaleDraftException refusal = known.refusal(StaleDraftException.class, save(NEW, GOOD_DAY));
        assertEquals(NEW, refusal.expected());
        assertEquals(known.draft(KEY, FIRST), refusal.actual());
        known.refusal(StaleDraftException.class, save(DraftRef.of("d-1", 3), GOOD_DAY));
        assertEquals(3, known.decide(save(FIRST, GOOD_DAY)).outcome().draft().revision());
    }

    @Test
    void theContentMustMeetTheLimits() {
        Policies tight = Declared.limits(ContentLimits.DEFAULT.withMaxBytes(10));
        Edit edit = Edit.section("greeting", JsonValue.of("Good day."));
        saved().refusal(InvalidContentException.class, new SaveDraft(KEY, FIRST, Optional.empty(), edit, tight));
    }

    @Test
    void itIsRefusedWhereSomethingIsClosedOrNotThere() {
        Known known = saved();
        known.refusal(NotFoundException.class, save(DraftId.of("d-9"), GOOD_DAY));
        known.forbid("SAVE_DRAFT").refusal(AccessDeniedException.class, save(FIRST, GOOD_DAY));
        Known closed = saved();
        closed.make(discard(DraftRef.of("d-1", 2)));
        DraftClosedException refusal = closed.refusal(DraftClosedException.class, save(NEW, GOOD_DAY));
        assertEquals(FIRST, refusal.draft().id());
        closed.archive().refusal(AgentUnavailableException.class, save(NEW, GOOD_DAY));
        Known.nothing().refusal(NotFoundException.class, save(NEW, GOOD_DAY));
    }

    @Test
    void whatWasRestoredIsForgottenOnceSomethingIsSavedOverIt() {
        Known known = Known.agent();
        known.publish(HELLO);
        Draft restored = known.make(restore(NEW, Ref.version(1))).draft();
        assertEquals(OptionalLong.of(1), restored.lineage().restoredFrom());
        assertEquals(
                OptionalLong.empty(),
                known.make(save(FIRST, GOOD_DAY)).draft().lineage().restoredFrom());
    }

    @Test
    void aRetryIsToldOfTheSameRevision() {
        Known known = Known.agent().on("r-1");
        assertEquals(known.make(save(NEW, HELLO)), known.retry(save(NEW, HELLO)));
        assertEquals(known.make(save(FIRST, HELLO)), known.retry(save(FIRST, HELLO)));
        assertNotEquals(
                save(NEW, HELLO).asked().hash(), save(FIRST, HELLO).asked().hash());
        assertNotEquals(
                save(NEW, HELLO).asked().hash(), save(NEW, GOOD_DAY).asked().hash());
        SaveDraft section =
                new SaveDraft(KEY, FIRST, Optional.empty(), Edit.section("greeting", JsonValue.of("Hello.")), POLICIES);
        assertNotEquals(save(FIRST, HELLO).asked().hash(), section.asked().hash());
    }
}
