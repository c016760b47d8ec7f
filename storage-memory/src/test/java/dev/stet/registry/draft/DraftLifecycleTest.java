package dev.stet.registry.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stet.Range;
import dev.stet.Stet;
import dev.stet.access.AccessDeniedException;
import dev.stet.access.AccessPolicy;
import dev.stet.content.Content;
import dev.stet.content.ContentLimits;
import dev.stet.content.InvalidContentException;
import dev.stet.content.InvalidPatchException;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonPatch;
import dev.stet.content.JsonValue;
import dev.stet.content.SectionChanges;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftClosedException;
import dev.stet.draft.DraftIdTakenException;
import dev.stet.draft.DraftLimitException;
import dev.stet.draft.DraftPolicy;
import dev.stet.draft.DraftRevision;
import dev.stet.draft.DraftStatus;
import dev.stet.draft.Edit;
import dev.stet.draft.NewDraft;
import dev.stet.draft.SaveOutcome;
import dev.stet.draft.StaleDraftException;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import dev.stet.ref.Ref;
import dev.stet.registry.FrontDesk;
import dev.stet.storage.tck.Promise;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What can be done with drafts, verb by verb, up to publishing. */
class DraftLifecycleTest extends FrontDesk {
    @Test
    void draftsAreOpenedBlankFromAVersionAndFromADraft() {
        published();
        Draft blank = drafts().open(NewDraft.blank("Blank"));
        Draft fromVersion = drafts().open(NewDraft.from(Ref.version(1), "Next"));
        Draft edited = saved(fromVersion, "Hi.");
        Draft fork = drafts().open(NewDraft.from(Ref.draft(edited.id()), "Fork").id(DraftId.of("fork")));

        assertEquals(Content.empty(), read(blank));
        assertEquals(OptionalLong.empty(), blank.base());
        assertEquals(OptionalLong.of(1), fromVersion.base());
        assertEquals(edited.hash(), fork.hash());
        assertEquals(OptionalLong.of(1), fork.base());
        assertEquals(Optional.of(edited.ref()), fork.lineage().forkedFrom());
        assertEquals(
                List.of("Fork", "Next", "Blank"),
                drafts().list(Range.first(9)).items().stream().map(Draft::name).toList());
        assertThrows(
                DraftIdTakenException.class,
                () -> drafts().open(NewDraft.blank("Same id").id(DraftId.of("fork"))));
    }

    @Test
    void aHostMayAllowOneDraftAtATime() {
        Draft first = created();
        Stet stet = declared().drafts(DraftPolicy.ONE_PER_AGENT).build();
        DraftLimitException refusal = assertThrows(
                DraftLimitException.class, () -> ana(stet).drafts(DESK).open(NewDraft.blank("Second")));
        assertEquals(first.id(), refusal.open().id());
        drafts().discard(first.ref());
        assertEquals(1, ana(stet).drafts(DESK).open(NewDraft.blank("Second")).revision());
    }

    @Test
    void everyKindOfEditIsSaved() {
        Draft draft = created();
        draft = drafts().save(draft.ref(), Edit.section("voice", JsonValue.of("calm")))
                .draft();
        JsonObject merge = (JsonObject) JsonValue.parse("{\"prompt\":{\"closing\":\"Bye.\"},\"voice\":null}");
        draft = drafts().save(draft.ref(), Edit.mergePatch(merge)).draft();
        JsonPatch patch = JsonPatch.parse("[{\"op\":\"add\",\"path\":\"/tools/-\",\"value\":{\"id\":\"send_sms\"}}]");
        draft = drafts().save(draft.ref(), Edit.jsonPatch(patch)).draft();
        draft = drafts().save(draft.ref(), Edit.removeSection("model")).draft();
        assertEquals(
                "{\"prompt\":{\"greeting\":\"Hello.\",\"closing\":\"Bye.\"},"
                        + "\"tools\":[{\"id\":\"find_slots\"},{\"id\":\"send_sms\"}]}",
                read(draft).toJson());
        draft = drafts().save(draft.ref(), Edit.content(GREETING)).draft();
        assertEquals(GREETING, read(draft));
        assertEquals(6, draft.revision());
    }

    @Promise(10)
    @Test
    void anEditThatDoesNotFitChangesNothing() {
        Draft draft = created();
        JsonPatch misfit = JsonPatch.parse("[{\"op\":\"remove\",\"path\":\"/nowhere/else\"}]");
        assertThrows(InvalidPatchException.class, () -> drafts().save(draft.ref(), Edit.jsonPatch(misfit)));
        Stet small = declared()
                .contentLimits(ContentLimits.DEFAULT.withMaxBytes(100))
                .build();
        assertThrows(
                InvalidContentException.class,
                () -> ana(small).drafts(DESK).save(draft.ref(), Edit.section("prompt", JsonValue.of("x".repeat(100)))));
        assertEquals(draft, drafts().get(draft.id()));
    }

    @Promise(4)
    @Test
    void aSaveOnWhatSomebodyElseSavedMeanwhileIsRefused() {
        Draft draft = created();
        Draft bens = ben(declared().build())
                .drafts(DESK)
                .save(draft.ref(), Edit.removeSection("tools"))
                .draft();
        StaleDraftException stale = assertThrows(StaleDraftException.class, () -> saved(draft, "Hi."));
        assertEquals(draft.ref(), stale.expected());
        assertEquals(bens, stale.actual());
        drafts().saveOverwritingWhatOthersSaved(draft.id(), Edit.content(GREETING));
        assertEquals(GREETING, read(draft));
    }

    @Test
    void everySaveIsARevisionThatStaysReadable() {
        Draft draft = created();
        Draft edited = saved(draft, "Hi.");
        List<DraftRevision> revisions =
                drafts().revisions(draft.id(), Range.first(9)).items();
        assertEquals(
                List.of(2L, 1L), revisions.stream().map(DraftRevision::number).toList());
        assertEquals("[prompt]", revisions.get(0).changedSections().toString());
        assertEquals("ana", revisions.get(0).by().id());
        assertEquals(GREETING, ana().contents(DESK).read(Ref.revision(draft.ref())));
        assertEquals(Optional.of(revisions.get(0)), drafts().findRevision(edited.ref()));
        assertEquals(Optional.empty(), drafts().findRevision(new DraftRef(draft.id(), 3)));
    }

    @Test
    void aSaveThatChangesNothingMakesNoRevisionAndSaysSo() {
        Draft draft = created();
        Content respelled = Content.parse(
                "{\"model\":{\"temperature\":2e-1},\"tools\":[{\"id\":\"find_slots\"}],\"prompt\":{\"greeting\":\"Hello.\"}}");
        SaveOutcome outcome = drafts().save(draft.ref(), Edit.content(respelled));
        assertInstanceOf(SaveOutcome.Unchanged.class, outcome);
        assertEquals(draft, drafts().get(draft.id()));
        assertEquals(GREETING.toJson(), read(draft).toJson());
    }

    @Test
    void revisionsAndVersionsAreRestoredAsNewRevisions() {
        published();
        Draft draft = drafts().open(NewDraft.from(Ref.version(1), "Next"));
        Draft edited = saved(draft, "Hi.");
        Draft back = drafts().restore(edited.ref(), Ref.revision(draft.ref())).draft();
        assertEquals(3, back.revision());
        assertEquals(GREETING, read(back));
        Draft again = saved(back, "Hey.");
        Draft restored = drafts().restore(again.ref(), Ref.version(1)).draft();
        assertEquals(OptionalLong.of(1), restored.lineage().restoredFrom());
        assertEquals(
                DraftRevision.Cause.RESTORED,
                drafts().findRevision(restored.ref()).orElseThrow().cause());
        assertThrows(StaleDraftException.class, () -> drafts().restore(again.ref(), Ref.version(1)));
    }

    @Test
    void changedSectionsAreToldAgainstTheBaseAndAnyOtherContent() {
        published();
        Draft draft = saved(drafts().open(NewDraft.from(Ref.version(1), "Next")), "Hi.");
        draft = drafts().save(draft.ref(), Edit.section("voice", JsonValue.of("calm")))
                .draft();
        draft = drafts().save(draft.ref(), Edit.removeSection("model")).draft();
        SectionChanges changes = drafts().changedSections(draft.id());
        assertEquals("[voice]", changes.added().toString());
        assertEquals("[model]", changes.removed().toString());
        assertEquals("[prompt]", changes.changed().toString());
        assertEquals(changes, ana().contents(DESK).changedSections(Ref.content(GREETING), Ref.draft(draft.id())));
    }

    @Test
    void aDraftIsRenamedWithoutARevision() {
        Draft renamed = drafts().rename(created().id(), "Opening hours");
        assertEquals("Opening hours", renamed.name());
        assertEquals(1, renamed.revision());
        assertEquals(renamed, drafts().get(renamed.id()));
    }

    @Promise(9)
    @Test
    void aDraftIsDiscardedByItsCreatorOrByWhomThePolicyAllows() {
        Draft draft = created();
        Stet stet = declared().build();
        assertThrows(AccessDeniedException.class, () -> ben(stet).drafts(DESK).discard(draft.ref()));
        assertEquals(DraftStatus.OPEN, drafts().get(draft.id()).status());
        Stet open = declared().access(AccessPolicy.everything()).build();
        Draft discarded = ben(open).drafts(DESK).discard(draft.ref());
        assertEquals(DraftStatus.DISCARDED, discarded.status());
        assertEquals(List.of(), drafts().list(Range.first(9)).items());
        assertEquals(
                List.of(discarded),
                drafts().list(Optional.of(DraftStatus.DISCARDED), Range.first(9))
                        .items());
        assertEquals(GREETING, read(draft));
        assertThrows(DraftClosedException.class, () -> saved(draft, "Hi."));
        assertThrows(DraftClosedException.class, () -> drafts().rename(draft.id(), "Late"));
    }

    private Content read(Draft draft) {
        return ana().contents(DESK).read(Ref.draft(draft.id()));
    }
}
