package dev.stet.rules;

import static dev.stet.rules.DraftVerbs.FIRST;
import static dev.stet.rules.DraftVerbs.GOOD_DAY;
import static dev.stet.rules.DraftVerbs.HELLO;
import static dev.stet.rules.DraftVerbs.discard;
import static dev.stet.rules.DraftVerbs.open;
import static dev.stet.rules.DraftVerbs.publish;
import static dev.stet.rules.DraftVerbs.save;
import static dev.stet.rules.Known.ANA;
import static dev.stet.rules.Known.KEY;
import static dev.stet.rules.Known.NOON;
import static dev.stet.rules.Known.POLICIES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.stet.access.AccessDeniedException;
import dev.stet.access.Change;
import dev.stet.access.Subject;
import dev.stet.agent.AgentUnavailableException;
import dev.stet.content.Content;
import dev.stet.content.ContentLimits;
import dev.stet.content.InvalidContentException;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftIdTakenException;
import dev.stet.draft.DraftLimitException;
import dev.stet.draft.DraftLineage;
import dev.stet.draft.DraftPolicy;
import dev.stet.draft.DraftRevision;
import dev.stet.draft.DraftStatus;
import dev.stet.draft.NewDraft;
import dev.stet.error.InvalidInputException;
import dev.stet.error.NotFoundException;
import dev.stet.facts.AgentChange;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import dev.stet.ref.Origin;
import dev.stet.ref.Ref;
import dev.stet.version.Publish;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How a draft comes to be. */
final class OpenDraftTest {
    private static final NewDraft BLANK = NewDraft.blank("Work");
    private static final DraftId SECOND = DraftId.of("d-2");

    private static OpenDraft verb(NewDraft draft) {
        return new OpenDraft(KEY, draft, POLICIES);
    }

    private static DraftLineage lineage(Known known, Ref from) {
        return known.decide(open(from)).outcome().lineage();
    }

    private static DraftLineage forked(OptionalLong base, DraftRef from) {
        return new DraftLineage(base, Optional.of(from), OptionalLong.empty(), Optional.empty());
    }

    @Test
    void aBlankDraftHasNoSections() {
        Known known = Known.agent();
        Decision<Draft> decision = known.decide(verb(BLANK));
        Draft opened = new Draft(
                SECOND,
                "Work",
                DraftStatus.OPEN,
                1,
                Content.empty().hash(),
                DraftLineage.none(),
                OptionalLong.empty(),
                ANA,
                NOON,
                ANA,
                NOON);
        assertEquals(opened, decision.outcome());
        AgentChange change = decision.changes().orElseThrow();
        assertEquals(List.of(opened), change.drafts());
        assertEquals(2, change.agent().orElseThrow().head().openDrafts());
        assertEquals(Subject.agent().draft(SECOND, 1), change.audit().subject());
        assertEquals(Map.of("draft", Change.to("Work")), change.audit().changes());
        assertEquals(List.of(new NewContent(Content.empty(), Optional.empty())), decision.contents());
        assertEquals(List.of("OPEN_DRAFT"), known.asked());
    }

    @Test
    void fromAVersionItBuildsOnThatAndStoresNothing() {
        Known known = Known.agent();
        known.publish(HELLO);
        known.publish(GOOD_DAY);
        Decision<Draft> decision = known.decide(open(Ref.version(1)));
        assertEquals(HELLO.hash(), decision.outcome().hash());
        assertEquals(DraftLineage.onVersion(1), decision.outcome().lineage());
        DraftRevision first = decision.changes().orElseThrow().revisions().get(0);
        assertEquals(DraftRevision.Cause.OPENED, first.cause());
        assertEquals(OptionalLong.of(1), first.base());
        assertEquals(Set.of("greeting", "voice"), first.changedSections());
        assertEquals(HELLO.size(), first.size());
        assertEquals(List.of(), decision.contents());
    }

    @Test
    void fromADraftItBuildsOnWhatThatBuiltOnThen() {
        Known known = Known.agent();
        known.publish(HELLO);
        Draft work = known.make(open(Ref.version(1)));
        known.publish(GOOD_DAY);
        known.make(DraftVerbs.apply(DraftVerbs.rebase(known, work)));
        assertEquals(forked(OptionalLong.of(2), DraftRef.of("d-2", 2)), lineage(known, Ref.draft(SECOND)));
        assertEquals(
                forked(OptionalLong.of(1), DraftRef.of("d-2", 1)), lineage(known, Ref.revision(DraftRef.of("d-2", 1))));
    }

    @Test
    void fromAPublishedDraftItBuildsOnTheVersionThatBecame() {
        Known known = Known.agent();
        known.make(save(FIRST, HELLO));
        known.make(publish(Publish.draft(DraftRef.of("d-1", 2))));
        assertEquals(forked(OptionalLong.of(1), DraftRef.of("d-1", 2)), lineage(known, Ref.draft(FIRST)));
        assertEquals(
                forked(OptionalLong.empty(), DraftRef.of("d-1", 1)),
                lineage(known, Ref.revision(DraftRef.of("d-1", 1))));
    }

    @Test
    void aDuplicatesDraftsTellOfTheirOriginUntilTheyBuildOnAVersion() {
        Known known = Known.agent();
        Draft first = known.draft(KEY, FIRST);
        Origin origin = new Origin(AgentKey.of("acme", "night-desk"), Ref.version(3));
        Source duplicate = Source.ofVersion(3, HELLO).duplicatedFrom(origin);
        assertEquals(Optional.of(origin), duplicate.lineage().duplicatedFrom());
        DraftRevision revision = known.revision(KEY, first.ref());
        Draft copied = first.withLineage(duplicate.lineage());
        assertEquals(
                Optional.of(origin),
                Source.ofDraft(copied, revision, HELLO).lineage().duplicatedFrom());
        Draft based = copied.withLineage(duplicate.lineage().withBase(OptionalLong.of(1)));
        assertEquals(
                Optional.empty(),
                Source.ofDraft(based, revision, HELLO).lineage().duplicatedFrom());
    }

    @Test
    void aContentOfTheCallersMayResembleTheLatestVersion() {
        Known known = Known.agent();
        Decision<Draft> decision = known.decide(open(Ref.content(HELLO)));
        assertEquals(List.of(new NewContent(HELLO, Optional.empty())), decision.contents());
        assertEquals(DraftLineage.none(), decision.outcome().lineage());
        known.publish(GOOD_DAY);
        assertEquals(
                List.of(new NewContent(HELLO, Optional.of(GOOD_DAY.hash()))),
                known.decide(open(Ref.content(HELLO))).contents());
    }

    @Test
    void onlyWhatIsNotStoredYetIsHeldAgainstTheLimits() {
        Known known = Known.agent();
        known.publish(HELLO);
        Policies tight = Declared.limits(ContentLimits.DEFAULT.withMaxBytes(10));
        OpenDraft given = new OpenDraft(KEY, NewDraft.from(Ref.content(HELLO), "Work"), tight);
        known.refusal(InvalidContentException.class, given);
        OpenDraft stored = new OpenDraft(KEY, NewDraft.from(Ref.version(1), "Work"), tight);
        assertEquals(HELLO.hash(), known.decide(stored).outcome().hash());
    }

    @Test
    void theHostMayGiveTheIdIfItIsNew() {
        Known known = Known.agent();
        DraftId spring = DraftId.of("spring");
        assertEquals(spring, known.make(verb(BLANK.id(spring))).id());
        known.refusal(DraftIdTakenException.class, verb(BLANK.id(spring)));
        known.make(discard(new DraftRef(spring, 1)));
        known.refusal(DraftIdTakenException.class, verb(BLANK.id(spring)));
    }

    @Test
    void theHostMayAllowOneOpenDraftOnly() {
        Known known = Known.agent();
        OpenDraft verb = new OpenDraft(KEY, BLANK, Declared.drafts(DraftPolicy.ONE_PER_AGENT));
        DraftLimitException refusal = known.refusal(DraftLimitException.class, verb);
        assertEquals(FIRST, refusal.open().id());
        known.make(discard(DraftRef.of("d-1", 1)));
        assertEquals(SECOND, known.decide(verb).outcome().id());
    }

    @Test
    void itIsRefusedWhereThatMakesNoSense() {
        Known known = Known.agent();
        known.refusal(NotFoundException.class, open(Ref.version(1)));
        known.refusal(NotFoundException.class, open(Ref.draft(SECOND)));
        known.refusal(NotFoundException.class, open(Ref.revision(DraftRef.of("d-1", 2))));
        known.refusal(InvalidInputException.class, verb(NewDraft.blank(" ")));
        known.refusal(InvalidInputException.class, verb(NewDraft.blank("x".repeat(100_000))));
        known.archive().refusal(AgentUnavailableException.class, verb(BLANK));
        known.forbid("OPEN_DRAFT").refusal(AccessDeniedException.class, verb(BLANK));
        Known.nothing().refusal(NotFoundException.class, verb(BLANK));
    }

    @Test
    void aRetryIsToldOfTheSameDraftAsItWas() {
        Known known = Known.agent().on("r-1");
        Draft opened = known.make(verb(BLANK));
        assertEquals(opened, known.retry(verb(BLANK)));
        List<OpenDraft> others = List.of(
                verb(NewDraft.blank("Other work")), verb(BLANK.id(DraftId.of("spring"))), open(Ref.draft(FIRST)));
        for (OpenDraft other : others) {
            assertNotEquals(verb(BLANK).asked().hash(), other.asked().hash());
        }
    }
}
