package dev.stet.registry.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stet.Range;
import dev.stet.Stet;
import dev.stet.access.Actor;
import dev.stet.agent.TextLimits;
import dev.stet.content.ContentRules;
import dev.stet.content.Finding;
import dev.stet.content.JsonPointer;
import dev.stet.draft.AfterPublish;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftClosedException;
import dev.stet.draft.DraftStatus;
import dev.stet.draft.Edit;
import dev.stet.draft.NewDraft;
import dev.stet.error.InvalidInputException;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import dev.stet.ref.Ref;
import dev.stet.ref.VersionId;
import dev.stet.registry.FrontDesk;
import dev.stet.storage.tck.Promise;
import dev.stet.version.AlreadyPublishedException;
import dev.stet.version.Annotate;
import dev.stet.version.ContentRulesException;
import dev.stet.version.Publish;
import dev.stet.version.PublishOutcome.Equal;
import dev.stet.version.PublishOutcome.Published;
import dev.stet.version.PublishOutcome.Unchanged;
import dev.stet.version.Version;
import dev.stet.version.VersionIdTakenException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** How a draft becomes the next version, and what the host has a say in. */
class PublishTest extends FrontDesk {
    @Promise(3)
    @Test
    void aDraftBecomesTheNextVersion() {
        Draft draft = created();
        VersionId id = VersionId.of("v-one");
        Publish publish = Publish.draft(draft.ref())
                .label("First")
                .description("As agreed")
                .id(id);
        Published outcome = assertInstanceOf(Published.class, drafts().publish(publish));

        Version version = versions().get(1);
        assertEquals(outcome.version(), version);
        assertEquals(Optional.of(version), versions().find(id));
        assertEquals(Actor.of("ana", "Ana"), version.publishedBy());
        assertEquals("First", version.label());
        assertEquals(draft.ref(), version.lineage().draft());
        assertEquals(OptionalLong.empty(), version.lineage().parent());
        assertEquals(
                GREETING.toJson(), ana().contents(DESK).read(Ref.version(1)).toJson());
        assertEquals(version, versions().verify(1));
        assertEquals(DraftStatus.PUBLISHED, drafts().get(draft.id()).status());
    }

    @Test
    void onlyDraftsCanBePublished() {
        Draft draft = created();
        drafts().publish(Publish.draft(draft.ref()).id(VersionId.of("v-one")));
        AlreadyPublishedException again =
                assertThrows(AlreadyPublishedException.class, () -> drafts().publish(Publish.draft(draft.ref())));
        assertEquals(1, again.version());
        Publish ofAVersion = Publish.draft(new DraftRef(DraftId.of("v-one"), 1));
        assertThrows(AlreadyPublishedException.class, () -> drafts().publish(ofAVersion));
        Draft discarded = drafts().discard(drafts().open(NewDraft.blank("No")).ref());
        assertThrows(DraftClosedException.class, () -> drafts().publish(Publish.draft(discarded.ref())));
    }

    @Test
    void nothingToPublishIsAnAnswer() {
        published();
        Draft draft = drafts().open(NewDraft.from(Ref.version(1), "Same"));
        Unchanged latest = assertInstanceOf(Unchanged.class, drafts().publish(Publish.draft(draft.ref())));
        assertEquals(Equal.TO_LATEST, latest.equal());
        assertEquals(1, latest.version().number());
        publishedNext("Hi.");
        Unchanged base = assertInstanceOf(Unchanged.class, drafts().publish(Publish.draft(draft.ref())));
        assertEquals(Equal.TO_BASE, base.equal());
        assertEquals(1, base.version().number());
        assertEquals(DraftStatus.OPEN, drafts().get(draft.id()).status());
    }

    @Test
    void aVersionIdIsGivenOnce() {
        drafts().publish(Publish.draft(created().ref()).id(VersionId.of("v")));
        Draft next = saved(drafts().open(NewDraft.from(Ref.version(1), "Next")), "Hi.");
        assertThrows(
                VersionIdTakenException.class,
                () -> drafts().publish(Publish.draft(next.ref()).id(VersionId.of("v"))));
    }

    @Test
    void whatAnArchivedVersionSaysCanBePublishedAgain() {
        published();
        publishedNext("Hi.");
        versions().annotate(2, 1, Annotate.nothing().archived(true));
        Draft same = drafts().open(NewDraft.from(Ref.version(2), "Again"));
        Version third = version(drafts().publish(Publish.draft(same.ref()).deployTo("sandbox")));
        assertEquals(versions().get(2).hash(), third.hash());
        assertEquals(3, ana().resolve(DESK, "sandbox").version().orElseThrow());
        versions().annotate(1, 1, Annotate.nothing().archived(true));
        Draft first = drafts().open(NewDraft.from(Ref.version(1), "Once more"));
        assertEquals(
                4,
                version(drafts().publish(Publish.draft(first.ref()).superseding(3)))
                        .number());
        versions().annotate(4, 1, Annotate.nothing().archived(true));
        Draft stale = drafts().open(NewDraft.from(Ref.version(3), "Rebased"));
        Draft edited = drafts().save(stale.ref(), Edit.content(GREETING)).draft();
        assertEquals(
                5,
                version(drafts().publish(Publish.draft(edited.ref()).rebasingIfClean()))
                        .number());
    }

    @Test
    void contentRulesBindVersionsAndOnlyAdviseDrafts() {
        Finding silent = new Finding(JsonPointer.parse("/voice"), "voice", "must be chosen");
        ContentRules rules = ContentRules.none()
                .require("prompt", "voice")
                .check(content -> content.section("voice").isPresent() ? List.of() : List.of(silent));
        Stet strict = declared().contentRules(rules).build();
        Draft draft = created();
        List<Finding> findings = ana(strict).drafts(DESK).findings(draft.id());
        assertEquals(2, findings.size());
        assertEquals(silent, findings.get(1));
        ContentRulesException refusal = assertThrows(
                ContentRulesException.class, () -> ana(strict).drafts(DESK).publish(Publish.draft(draft.ref())));
        assertEquals(findings, refusal.findings());
        assertEquals(Optional.empty(), versions().find(1));
    }

    @Test
    void theHostSaysHowLongTextsMayBe() {
        Draft draft = created();
        Stet strict =
                declared().textLimits(TextLimits.DEFAULT.withDescription(100)).build();
        Publish wordy = Publish.draft(draft.ref()).description("d".repeat(101));
        assertThrows(InvalidInputException.class, () -> ana(strict).drafts(DESK).publish(wordy));
        assertThrows(
                InvalidInputException.class,
                () -> drafts().publish(Publish.draft(draft.ref()).label("l".repeat(201))));
        assertEquals(1, version(drafts().publish(wordy)).number());
    }

    @Test
    void theHostSaysWhatBecomesOfThePublishedDraft() {
        Draft draft = created();
        Stet keeping = declared().afterPublish(AfterPublish.KEEP_REBASED).build();
        Published kept =
                assertInstanceOf(Published.class, ana(keeping).drafts(DESK).publish(Publish.draft(draft.ref())));
        assertEquals(DraftStatus.OPEN, kept.draft().status());
        assertEquals(OptionalLong.of(1), kept.draft().base());
        Draft edited = saved(kept.draft(), "Hi.");
        Stet opening = declared().afterPublish(AfterPublish.OPEN_NEXT).build();
        Published followed =
                assertInstanceOf(Published.class, ana(opening).drafts(DESK).publish(Publish.draft(edited.ref())));
        Draft next = followed.next().orElseThrow();
        assertEquals(DraftStatus.PUBLISHED, followed.draft().status());
        assertEquals(OptionalLong.of(2), next.base());
        assertEquals(edited.name(), next.name());
        assertEquals(List.of(next), drafts().list(Range.first(9)).items());
    }
}
