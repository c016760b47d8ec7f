package dev.stet.storage.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.Drafts;
import dev.stet.Range;
import dev.stet.Stet;
import dev.stet.access.Actor;
import dev.stet.agent.Duplication;
import dev.stet.agent.NewAgent;
import dev.stet.agent.TextLimits;
import dev.stet.content.ContentRules;
import dev.stet.content.Finding;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import dev.stet.draft.AfterPublish;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftClosedException;
import dev.stet.draft.DraftStatus;
import dev.stet.draft.Edit;
import dev.stet.draft.NewDraft;
import dev.stet.draft.StaleDraftException;
import dev.stet.environment.ArchivedVersionException;
import dev.stet.environment.Deploy;
import dev.stet.environment.Deployment.Cause;
import dev.stet.environment.Pipeline;
import dev.stet.environment.PipelineException;
import dev.stet.environment.RollBack;
import dev.stet.error.InvalidInputException;
import dev.stet.ref.AgentId;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import dev.stet.ref.Ref;
import dev.stet.ref.VersionId;
import dev.stet.version.AlreadyPublishedException;
import dev.stet.version.Annotate;
import dev.stet.version.ContentRulesException;
import dev.stet.version.Publish;
import dev.stet.version.PublishOutcome;
import dev.stet.version.PublishOutcome.Equal;
import dev.stet.version.PublishOutcome.Published;
import dev.stet.version.PublishOutcome.Unchanged;
import dev.stet.version.StaleAnnotationException;
import dev.stet.version.StaleBaseException;
import dev.stet.version.Version;
import dev.stet.version.VersionFilter;
import dev.stet.version.VersionIdTakenException;
import dev.stet.version.VersionInUseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** How drafts become versions, and what can be done with versions. */
public abstract class PublishLifecycleSuite extends LifecycleSuite {
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

    @Promise(4)
    @Test
    void whatWasSavedMeanwhileIsNotPublishedUnseen() {
        Draft draft = created();
        saved(draft, "Hi.");
        assertThrows(StaleDraftException.class, () -> drafts().publish(Publish.draft(draft.ref())));
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
    void aDeploymentAskedForIsMadeEvenWhenNothingIsPublished() {
        published();
        Draft draft = drafts().open(NewDraft.from(Ref.version(1), "Same"));
        PublishOutcome outcome = drafts().publish(Publish.draft(draft.ref()).deployTo("sandbox"));
        assertInstanceOf(Unchanged.class, outcome);
        assertEquals(1, ana().resolve(DESK, "sandbox").version().orElseThrow());
    }

    @Promise(5)
    @Test
    void aStaleDraftDoesNotTakeBackWhatOthersPublished() {
        published();
        Draft stale = saved(drafts().open(NewDraft.from(Ref.version(1), "Slow")), "Good day.");
        Version second = publishedNext("Hi.");
        StaleBaseException refusal = assertThrows(
                StaleBaseException.class,
                () -> drafts().publish(Publish.draft(stale.ref()).deployTo("sandbox")));
        assertEquals(OptionalLong.of(1), refusal.base());
        assertEquals(second, refusal.latest());
        assertThrows(
                StaleBaseException.class,
                () -> drafts().publish(Publish.draft(stale.ref()).superseding(1)));
        Version third = version(drafts().publish(Publish.draft(stale.ref()).superseding(2)));
        assertEquals(OptionalLong.of(2), third.lineage().parent());
        assertEquals(OptionalLong.of(1), third.lineage().base());
    }

    @Promise(5)
    @Test
    void anUneditedStaleDraftDeploysNothing() {
        published();
        Draft stale = drafts().open(NewDraft.from(Ref.version(1), "Slow"));
        publishedNext("Hi.");
        assertThrows(
                StaleBaseException.class,
                () -> drafts().publish(Publish.draft(stale.ref()).deployTo("sandbox")));
        assertEquals(Optional.empty(), ana().findServed(DESK, "sandbox"));
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

    @Test
    void publishingDeploysWhereAskedOrWhereThePipelineSays() {
        Draft draft = created();
        assertThrows(
                PipelineException.class,
                () -> drafts().publish(Publish.draft(draft.ref()).deployTo("live")));
        Stet straight =
                declared().pipeline(Pipeline.of("live").publishTo("live")).build();
        PublishOutcome outcome = ana(straight).drafts(DESK).publish(Publish.draft(draft.ref()));
        assertEquals(Cause.PUBLISHED, outcome.deployment().orElseThrow().cause());
        assertEquals(1, ana(straight).resolve(DESK, "live").version().orElseThrow());
        Draft second = saved(drafts().open(NewDraft.from(Ref.version(1), "Next")), "Hi.");
        ana(straight).drafts(DESK).publish(Publish.draft(second.ref()).withoutDeploying());
        assertEquals(1, ana(straight).resolve(DESK, "live").version().orElseThrow());
    }

    @Test
    void aVersionIdIsGivenOnce() {
        drafts().publish(Publish.draft(created().ref()).id(VersionId.of("v")));
        Draft next = saved(drafts().open(NewDraft.from(Ref.version(1), "Next")), "Hi.");
        assertThrows(
                VersionIdTakenException.class,
                () -> drafts().publish(Publish.draft(next.ref()).id(VersionId.of("v"))));
    }

    @Promise(3)
    @Test
    void annotationsChangeAndNothingElseOfAVersionDoes() {
        Version version = published();
        Annotate annotate = Annotate.nothing().label("Golden").pinned(true);
        Version annotated = versions().annotate(1, 1, annotate);
        assertEquals("Golden", annotated.label());
        assertTrue(annotated.pinned());
        assertEquals(version, annotated.withAnnotation(version.annotation()));
        assertEquals(annotated, versions().get(1));
        assertEquals(2, versions().annotate(1, 2, annotate).annotation().revision());
        assertThrows(
                StaleAnnotationException.class,
                () -> versions().annotate(1, 1, Annotate.nothing().label("")));
        assertEquals("", versions().annotate(1, 2, Annotate.nothing().label("")).label());
    }

    @Test
    void aServingVersionIsNotArchivedAndAnArchivedOneNotDeployed() {
        published();
        publishedNext("Hi.");
        environments().deploy(Deploy.version(1, "sandbox"));
        Annotate archive = Annotate.nothing().archived(true);
        VersionInUseException inUse =
                assertThrows(VersionInUseException.class, () -> versions().annotate(1, 1, archive));
        assertEquals(List.of("sandbox"), inUse.environments());
        environments().deploy(Deploy.version(2, "sandbox"));
        versions().annotate(1, 1, archive);
        assertThrows(ArchivedVersionException.class, () -> environments().rollBack(RollBack.of("sandbox")));
    }

    @Test
    void versionsAreListedNewestFirstByCursorByOffsetAndByAnnotation() {
        published();
        publishedNext("Hi.");
        publishedNext("Hey.");
        versions().annotate(2, 1, Annotate.nothing().label("Golden").pinned(true));
        versions().annotate(1, 1, Annotate.nothing().archived(true));
        VersionFilter all = VersionFilter.all();
        assertEquals(List.of(3L, 2L, 1L), numbers(versions().listFrom(0, all, 9)));
        assertEquals(List.of(2L), numbers(versions().listFrom(1, all, 1)));
        assertEquals(List.of(2L), numbers(versions().listFrom(0, all.pinned(true), 9)));
        assertEquals(List.of(2L), numbers(versions().listFrom(0, all.label("Golden"), 9)));
        assertEquals(List.of(3L, 2L), numbers(versions().listFrom(0, all.archived(false), 9)));
        var first = versions().list(all, Range.first(2));
        assertEquals(List.of(3L, 2L), numbers(first.items()));
        var rest = versions().list(all, Range.after(first.next().orElseThrow(), 2));
        assertEquals(List.of(1L), numbers(rest.items()));
        assertEquals(Optional.empty(), rest.next());
    }

    @Test
    void whatWasSavedSinceIsRestoredFromNowhere() {
        published();
        publishedNext("Hi.");
        Draft draft = drafts().open(NewDraft.from(Ref.version(2), "Back and on"));
        draft = drafts().restore(draft.ref(), Ref.version(1)).draft();
        draft = saved(draft, "Hey.");
        assertEquals(OptionalLong.empty(), draft.lineage().restoredFrom());
        draft = drafts().restore(draft.ref(), Ref.version(1)).draft();
        draft = drafts().restore(draft.ref(), Ref.content(GREETING.withSection("voice", JsonValue.of("calm"))))
                .draft();
        Version third = version(drafts().publish(Publish.draft(draft.ref())));
        assertEquals(OptionalLong.empty(), third.lineage().restoredFrom());
    }

    @Test
    void aRebasedDraftIsRestoredFromNowhere() {
        published();
        Draft draft = drafts().open(NewDraft.from(Ref.version(1), "Back"));
        draft = saved(draft, "Hi.");
        draft = drafts().restore(draft.ref(), Ref.version(1)).draft();
        draft = drafts().save(draft.ref(), Edit.section("voice", JsonValue.of("calm")))
                .draft();
        publishedNext("Hey.");
        Version third = version(drafts().publish(Publish.draft(draft.ref()).rebasingIfClean()));
        assertEquals(OptionalLong.empty(), third.lineage().restoredFrom());
    }

    @Test
    void onlyWhatComesStraightFromAnotherAgentSaysSo() {
        published();
        AgentId copy = AgentId.of("copy");
        Draft first = ana().agents()
                .duplicate(Duplication.of(DESK, Ref.version(1), "Copy").id(copy))
                .draft();
        Drafts copies = ana().drafts(copy);
        Draft early = copies.open(NewDraft.from(Ref.draft(first.id()), "Early"));
        assertEquals(first.lineage().duplicatedFrom(), early.lineage().duplicatedFrom());
        copies.publish(Publish.draft(first.ref()));
        Draft late = copies.open(NewDraft.from(Ref.draft(first.id()), "Late"));
        assertEquals(OptionalLong.of(1), late.base());
        assertEquals(Optional.empty(), late.lineage().duplicatedFrom());
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

    /** By name, or because the pipeline says so. */
    @Promise(5)
    @Test
    void whereNothingIsPublishedAPublishDeploysAsItWouldHaveOtherwise() {
        Stet straight = declared()
                .pipeline(Pipeline.of("live", "spare").publishTo("live"))
                .build();
        published();
        Draft same = drafts().open(NewDraft.from(Ref.version(1), "Same"));
        for (Publish publish :
                List.of(Publish.draft(same.ref()), Publish.draft(same.ref()).deployTo("live"))) {
            Unchanged outcome =
                    assertInstanceOf(Unchanged.class, ana(straight).drafts(DESK).publish(publish));
            assertEquals(1, outcome.deployment().orElseThrow().number());
        }
        assertEquals(1, ana(straight).resolve(DESK, "live").version().orElseThrow());
        Publish nowhere = Publish.draft(same.ref()).withoutDeploying();
        assertEquals(
                Optional.empty(), ana(straight).drafts(DESK).publish(nowhere).deployment());
        publishedNext("Hi.");
        for (Publish publish :
                List.of(Publish.draft(same.ref()), Publish.draft(same.ref()).deployTo("live"))) {
            assertThrows(
                    StaleBaseException.class, () -> ana(straight).drafts(DESK).publish(publish));
        }
        assertEquals(1, ana(straight).resolve(DESK, "live").version().orElseThrow());
    }

    @Test
    void aRestoredVersionSaysWhereItComesFrom() {
        published();
        publishedNext("Hi.");
        Draft draft = drafts().open(NewDraft.from(Ref.version(2), "Back"));
        draft = drafts().restore(draft.ref(), Ref.version(1)).draft();
        Version third = version(drafts().publish(Publish.draft(draft.ref())));
        assertEquals(OptionalLong.of(1), third.lineage().restoredFrom());
        assertEquals(versions().get(1).hash(), third.hash());
    }

    /** Between any two steps of a publish, somebody else publishes the same draft, which stays open. */
    @Promise({2, 5})
    @Test
    void aDraftThatOthersPublishedMeanwhileIsDecidedOnAnew() {
        boolean interrupted = true;
        for (int step = 1; interrupted; step++) {
            AgentId id = AgentId.of("desk-" + step);
            Interruption interruption = new Interruption(store());
            Stet.Builder open = declared().afterPublish(AfterPublish.KEEP_REBASED);
            Stet stet = Stet.on(interruption.storage())
                    .pipeline(Pipeline.of("sandbox", "pre-release", "live"))
                    .afterPublish(AfterPublish.KEEP_REBASED)
                    .build();
            Draft draft = ana(stet)
                    .agents()
                    .create(NewAgent.named("Front desk").id(id).content(GREETING))
                    .draft();
            interruption.before(step, () -> ben(open.build()).drafts(id).publish(Publish.draft(draft.ref())));
            PublishOutcome outcome =
                    ana(stet).drafts(id).publish(Publish.draft(draft.ref()).deployTo("sandbox"));
            interrupted = !interruption.pending();
            assertEquals(1, outcome.version().number());
            assertEquals(1, ana(stet).resolve(id, "sandbox").version().orElseThrow());
        }
    }

    private static List<Long> numbers(List<Version> versions) {
        return versions.stream().map(Version::number).toList();
    }
}
