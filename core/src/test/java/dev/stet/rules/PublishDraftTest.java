package dev.stet.rules;

import static dev.stet.rules.DraftVerbs.BOTH;
import static dev.stet.rules.DraftVerbs.FIRST;
import static dev.stet.rules.DraftVerbs.GOOD_DAY;
import static dev.stet.rules.DraftVerbs.HELLO;
import static dev.stet.rules.DraftVerbs.LIVELY;
import static dev.stet.rules.DraftVerbs.discard;
import static dev.stet.rules.DraftVerbs.draftOn;
import static dev.stet.rules.DraftVerbs.publish;
import static dev.stet.rules.DraftVerbs.restore;
import static dev.stet.rules.DraftVerbs.save;
import static dev.stet.rules.Known.ANA;
import static dev.stet.rules.Known.KEY;
import static dev.stet.rules.Known.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.access.AccessDeniedException;
import dev.stet.access.AuditEntry;
import dev.stet.access.Change;
import dev.stet.access.Subject;
import dev.stet.agent.AgentUnavailableException;
import dev.stet.content.Content;
import dev.stet.content.ContentHash;
import dev.stet.content.ContentRules;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftClosedException;
import dev.stet.draft.DraftStatus;
import dev.stet.draft.StaleDraftException;
import dev.stet.error.InvalidInputException;
import dev.stet.error.NotFoundException;
import dev.stet.facts.AgentChange;
import dev.stet.ref.DraftRef;
import dev.stet.ref.Ref;
import dev.stet.ref.VersionId;
import dev.stet.version.AlreadyPublishedException;
import dev.stet.version.Annotation;
import dev.stet.version.ContentRulesException;
import dev.stet.version.Lineage;
import dev.stet.version.Publish;
import dev.stet.version.PublishOutcome.Equal;
import dev.stet.version.PublishOutcome.Published;
import dev.stet.version.PublishOutcome.Unchanged;
import dev.stet.version.StaleBaseException;
import dev.stet.version.Version;
import dev.stet.version.VersionIdTakenException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How a draft becomes a version, where nothing is deployed. */
final class PublishDraftTest {
    private static final Publish READY = Publish.draft(DraftRef.of("d-1", 2));

    /** A draft {@code d-1} that says {@link DraftVerbs#HELLO}. */
    private static Known saved() {
        Known known = Known.agent();
        known.make(save(FIRST, HELLO));
        return known;
    }

    /** The same, published, so that there is a version 1. */
    private static Known published() {
        Known known = saved();
        known.make(publish(READY));
        return known;
    }

    private static Version version(Known known, Publish publish) {
        return assertInstanceOf(Published.class, known.decide(publish(publish)).outcome())
                .version();
    }

    private static Unchanged unchanged(Known known, Publish publish) {
        return assertInstanceOf(Unchanged.class, known.decide(publish(publish)).outcome());
    }

    @Test
    void theFirstVersionBuildsOnNone() {
        Known known = saved();
        Decision<?> decision = known.decide(publish(READY.label("Spring").description("First of all.")));
        Published outcome = assertInstanceOf(Published.class, decision.outcome());
        Version made = new Version(
                1,
                VersionId.of("v-1"),
                HELLO.hash(),
                HELLO.size(),
                outcome.version().changedSections(),
                new Lineage(
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        DraftRef.of("d-1", 2),
                        OptionalLong.empty(),
                        Optional.empty()),
                ANA,
                NOON,
                new Annotation(1, "Spring", "First of all.", false, false, ANA, NOON));
        assertEquals(made, outcome.version());
        assertEquals(Set.of("greeting", "voice"), made.changedSections());
        assertEquals(Optional.empty(), outcome.deployment());
        AgentChange change = decision.changes().orElseThrow();
        assertEquals(List.of(made), change.versions());
        assertEquals(1, change.agent().orElseThrow().head().latestVersion());
        assertEquals(List.of(), decision.contents());
        assertEquals(Subject.agent().draft(FIRST, 2).version(1), change.audit().subject());
        assertEquals(
                Map.of("label", Change.of("", "Spring"), "version", Change.to(1)),
                change.audit().changes());
        assertEquals(List.of("PUBLISH"), known.asked());
    }

    @Test
    void theNextVersionTellsWhatItComesFrom() {
        Known known = published();
        draftOn(known, 1, GOOD_DAY);
        Version made = version(known, Publish.draft(DraftRef.of("d-2", 2)));
        assertEquals(2, made.number());
        assertEquals(OptionalLong.of(1), made.lineage().parent());
        assertEquals(OptionalLong.of(1), made.lineage().base());
        assertEquals(Set.of("greeting"), made.changedSections());
        AuditEntry entry = known.entry(publish(Publish.draft(DraftRef.of("d-2", 2))));
        assertEquals(Map.of("version", Change.of(1, 2)), entry.changes());
        known.make(restore(DraftRef.of("d-2", 2), Ref.content(Content.empty())));
        known.make(publish(Publish.draft(DraftRef.of("d-2", 3))));
        Draft back = draftOn(known, 2, BOTH);
        known.make(restore(back.ref(), Ref.version(1)));
        assertEquals(
                OptionalLong.of(1),
                version(known, Publish.draft(DraftRef.of("d-3", 3))).lineage().restoredFrom());
    }

    @Test
    void whatTheLatestVersionSaysIsNotPublishedAgain() {
        Known known = published();
        Draft same = known.make(DraftVerbs.open(Ref.version(1)));
        Unchanged outcome = unchanged(known, Publish.draft(same.ref()));
        assertEquals(new Unchanged(known.version(KEY, 1), Equal.TO_LATEST, Optional.empty()), outcome);
        assertTrue(known.decide(publish(Publish.draft(same.ref()))).changes().isEmpty());
        Draft blank = known.make(DraftVerbs.open(Ref.content(HELLO)));
        assertEquals(
                Equal.TO_LATEST, unchanged(known, Publish.draft(blank.ref())).equal());
        AuditEntry entry = known.on("r-1").entry(publish(Publish.draft(same.ref())));
        assertFalse(entry.changed());
        assertEquals(Subject.agent().draft(same.id(), 1).version(1), entry.subject());
        assertEquals(Map.of("equal", Change.to(Equal.TO_LATEST)), entry.changes());
    }

    @Test
    void whatItsOlderBaseSaysIsNotPublishedAgainUnlessThatIsMeant() {
        Known known = published();
        Draft same = known.make(DraftVerbs.open(Ref.version(1)));
        known.publish(GOOD_DAY);
        Publish publish = Publish.draft(same.ref());
        assertEquals(new Unchanged(known.version(KEY, 1), Equal.TO_BASE, Optional.empty()), unchanged(known, publish));
        Version back = version(known, publish.superseding(2));
        assertEquals(HELLO.hash(), back.hash());
        assertEquals(OptionalLong.of(2), back.lineage().parent());
        assertEquals(OptionalLong.of(1), back.lineage().base());
    }

    @Test
    void whatAnArchivedVersionSaysCanBePublishedAgain() {
        Known known = published();
        Draft same = known.make(DraftVerbs.open(Ref.version(1)));
        known.archive(1);
        assertEquals(2, version(known, Publish.draft(same.ref())).number());
        known.publish(GOOD_DAY);
        known.refusal(StaleBaseException.class, publish(Publish.draft(same.ref())));
    }

    @Test
    void aDraftOnAnOlderVersionIsRefusedUnlessItSupersedesTheLatest() {
        Known known = published();
        Draft stale = draftOn(known, 1, LIVELY);
        known.publish(GOOD_DAY);
        Publish publish = Publish.draft(stale.ref());
        StaleBaseException refusal = known.refusal(StaleBaseException.class, publish(publish));
        assertEquals(stale, refusal.draft());
        assertEquals(OptionalLong.of(1), refusal.base());
        assertEquals(2, refusal.latest().number());
        known.refusal(StaleBaseException.class, publish(publish.superseding(1)));
        known.refusal(StaleBaseException.class, publish(publish.superseding(3)));
        assertEquals(3, version(known, publish.superseding(2)).number());
        Draft onNone = known.make(DraftVerbs.open(Ref.content(BOTH)));
        assertEquals(
                OptionalLong.empty(),
                known.refusal(StaleBaseException.class, publish(Publish.draft(onNone.ref())))
                        .base());
    }

    @Test
    void aFreshDraftMayNameTheLatestButNoOther() {
        Known known = published();
        Draft fresh = draftOn(known, 1, GOOD_DAY);
        assertEquals(
                2, version(known, Publish.draft(fresh.ref()).superseding(1)).number());
        known.refusal(
                StaleBaseException.class, publish(Publish.draft(fresh.ref()).superseding(2)));
        saved().refusal(NotFoundException.class, publish(READY.superseding(1)));
    }

    @Test
    void whatWasPublishedIsNotPublishedAgain() {
        Known known = saved();
        known.make(publish(READY.id(VersionId.of("spring"))));
        AlreadyPublishedException refusal = known.refusal(AlreadyPublishedException.class, publish(READY));
        assertEquals(1, refusal.version());
        refusal = known.refusal(AlreadyPublishedException.class, publish(Publish.draft(DraftRef.of("spring", 1))));
        assertEquals(1, refusal.version());
        known.refusal(NotFoundException.class, publish(Publish.draft(DraftRef.of("fall", 1))));
    }

    @Test
    void theHostMayGiveTheIdIfItIsNew() {
        Known known = saved();
        known.make(publish(READY.id(VersionId.of("spring"))));
        assertEquals("spring", known.version(KEY, 1).id().value());
        Publish next = Publish.draft(draftOn(known, 1, GOOD_DAY).ref());
        known.refusal(VersionIdTakenException.class, publish(next.id(VersionId.of("spring"))));
        assertEquals("fall", version(known, next.id(VersionId.of("fall"))).id().value());
    }

    @Test
    void theContentMustMeetTheRules() {
        Policies strict = Declared.contentRules(ContentRules.none().require("model"));
        Known known = saved();
        ContentRulesException refusal =
                known.refusal(ContentRulesException.class, new PublishDraft(KEY, READY, strict));
        assertTrue(refusal.getMessage().contains("model"));
        Publish needy = Publish.draft(known.make(save(FIRST, Pages.json("{'needs':{'type':7}}")))
                .draft()
                .ref());
        known.refusal(ContentRulesException.class, new PublishDraft(KEY, needy, Known.needy("")));
        assertEquals(1, version(known, needy).number());
    }

    @Test
    void itIsRefusedWhereThatMakesNoSense() {
        Known known = saved();
        String novel = "x".repeat(100_000);
        known.refusal(InvalidInputException.class, publish(READY.label(novel)));
        known.refusal(InvalidInputException.class, publish(READY.description(novel)));
        known.refusal(StaleDraftException.class, publish(Publish.draft(DraftRef.of("d-1", 1))));
        known.make(discard(DraftRef.of("d-1", 2)));
        DraftClosedException refusal = known.refusal(DraftClosedException.class, publish(READY));
        assertEquals(DraftStatus.DISCARDED, refusal.draft().status());
        known.archive().refusal(AgentUnavailableException.class, publish(READY));
        known.forbid("PUBLISH").refusal(AccessDeniedException.class, publish(READY));
        Known.nothing().refusal(NotFoundException.class, publish(READY));
    }

    @Test
    void aRetryIsToldTheSame() {
        Known known = saved().on("r-1");
        assertEquals(known.make(publish(READY)), known.retry(publish(READY)));
        Publish same = Publish.draft(known.make(DraftVerbs.open(Ref.version(1))).ref());
        assertEquals(known.make(publish(same)), known.retry(publish(same)));
        List<Publish> different = List.of(
                READY,
                READY.label("Spring"),
                READY.description("Spring"),
                READY.superseding(1),
                READY.rebasingIfClean(),
                READY.id(VersionId.of("spring")),
                READY.withoutDeploying(),
                READY.deployTo("sandbox"),
                same);
        Set<ContentHash> hashes = different.stream()
                .map(publish -> publish(publish).asked().hash())
                .collect(Collectors.toSet());
        assertEquals(different.size(), hashes.size());
    }
}
