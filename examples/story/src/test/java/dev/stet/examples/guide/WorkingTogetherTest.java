package dev.stet.examples.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stet.Drafts;
import dev.stet.Environments;
import dev.stet.Pin;
import dev.stet.Range;
import dev.stet.Resolution;
import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.agent.Created;
import dev.stet.agent.NewAgent;
import dev.stet.content.Content;
import dev.stet.content.JsonPatch;
import dev.stet.content.JsonValue;
import dev.stet.content.SectionChanges;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftRevision;
import dev.stet.draft.Edit;
import dev.stet.draft.NewDraft;
import dev.stet.draft.SaveOutcome;
import dev.stet.draft.StaleDraftException;
import dev.stet.environment.Deployment;
import dev.stet.environment.Pipeline;
import dev.stet.environment.Promote;
import dev.stet.environment.Replacing;
import dev.stet.environment.RollBack;
import dev.stet.ref.AgentId;
import dev.stet.ref.Ref;
import dev.stet.ref.RequestId;
import dev.stet.ref.WorkspaceId;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.version.Annotate;
import dev.stet.version.Publish;
import dev.stet.version.PublishOutcome;
import dev.stet.version.PublishOutcome.Published;
import dev.stet.version.PublishOutcome.Unchanged;
import dev.stet.version.StaleBaseException;
import dev.stet.version.Version;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class WorkingTogetherTest {
    private final Stet stet = Stet.on(new MemoryStorage())
            .pipeline(Pipeline.of("sandbox", "live"))
            .build();
    private final Workspace ana = stet.workspace(WorkspaceId.of("acme"), Actor.of("ana"));
    private final Workspace ben = stet.workspace(WorkspaceId.of("acme"), Actor.of("ben"));
    private final AgentId frontDesk = AgentId.of("front-desk");
    private Draft draft = firstDraft();

    private Draft firstDraft() {
        Content content = Content.parse("{\"prompt\":\"Hello.\",\"tools\":[],\"model\":{\"temperature\":0.2}}");
        Created created =
                ana.agents().create(NewAgent.named("Front desk").id(frontDesk).content(content));
        return created.draft();
    }

    @BeforeEach
    void publishTheFirstVersion() {
        ana.drafts(frontDesk).publish(Publish.draft(draft.ref()).deployTo("sandbox"));
        draft = ana.drafts(frontDesk).open(NewDraft.from(Ref.version(1), "Opening hours"));
    }

    @Test
    void editsOfEveryKind() {
        Drafts drafts = ana.drafts(frontDesk);
        JsonPatch patch = JsonPatch.parse("""
                [{"op": "add", "path": "/tools/-", "value": {"id": "find_slots"}}]""");
        draft = drafts.save(draft.ref(), Edit.jsonPatch(patch)).draft();
        draft = drafts.save(draft.ref(), Edit.section("prompt", JsonValue.of("Good morning.")))
                .draft();

        SaveOutcome outcome =
                drafts.save(draft.ref(), Edit.content(ana.contents(frontDesk).read(Ref.draft(draft.id()))));

        SectionChanges changes = drafts.changedSections(draft.id());
        List<DraftRevision> revisions =
                drafts.revisions(draft.id(), Range.first(20)).items();
        draft = drafts.restore(draft.ref(), Ref.version(1)).draft();

        assertInstanceOf(SaveOutcome.Unchanged.class, outcome);
        assertEquals("[prompt, tools]", changes.changed().toString());
        assertEquals(3, revisions.size());
        assertEquals(4, draft.revision());
    }

    @Test
    void twoPeopleOneDraft() {
        ben.drafts(frontDesk).save(draft.ref(), Edit.section("prompt", JsonValue.of("Hi!")));

        Edit mine = Edit.section("model", JsonValue.parse("{\"temperature\":0.4}"));
        Draft saved;
        try {
            saved = ana.drafts(frontDesk).save(draft.ref(), mine).draft();
        } catch (StaleDraftException stale) {
            // Somebody saved since: show what they changed, then decide. Nothing is lost.
            SectionChanges theirs = ana.contents(frontDesk)
                    .changedSections(
                            Ref.revision(stale.expected()),
                            Ref.draft(stale.actual().id()));
            show(theirs);
            saved = ana.drafts(frontDesk).save(stale.actual().ref(), mine).draft();
        }
        assertEquals(3, saved.revision());
    }

    private static void show(SectionChanges theirs) {
        assertEquals("[prompt]", theirs.all().toString());
    }

    @Test
    void publishingIsAnAnswerNotAnError() {
        Drafts drafts = ana.drafts(frontDesk);
        PublishOutcome outcome = drafts.publish(Publish.draft(draft.ref()));
        String told;
        if (outcome instanceof Published published) {
            told = "version " + published.version().number();
        } else {
            told = "nothing new since version "
                    + ((Unchanged) outcome).version().number();
        }
        assertEquals("nothing new since version 1", told);
    }

    @Test
    void aStaleBaseIsRefusedUnlessItsPublisherKnows() {
        Draft bens = ben.drafts(frontDesk).open(NewDraft.from(Ref.version(1), "Greeting"));
        bens = ben.drafts(frontDesk)
                .save(bens.ref(), Edit.section("prompt", JsonValue.of("Hi!")))
                .draft();
        ben.drafts(frontDesk).publish(Publish.draft(bens.ref()));

        Draft mine = ana.drafts(frontDesk)
                .save(draft.ref(), Edit.section("prompt", JsonValue.of("Good day.")))
                .draft();
        StaleBaseException stale = assertThrows(
                StaleBaseException.class, () -> ana.drafts(frontDesk).publish(Publish.draft(mine.ref())));
        long latest = stale.latest().number();
        ana.drafts(frontDesk).publish(Publish.draft(mine.ref()).superseding(latest));

        assertEquals(2, latest);
        assertEquals(3, ana.agents().get(frontDesk).head().latestVersion());
    }

    @Test
    void movesThatSayWhatTheyReplace() {
        Environments environments = ana.environments(frontDesk);
        Deployment tested = environments.findActive("sandbox").orElseThrow();
        environments.promote(Promote.deployment(tested.number()).replacing(Replacing.nothing()));

        draft = ana.drafts(frontDesk)
                .save(draft.ref(), Edit.removeSection("tools"))
                .draft();
        ana.drafts(frontDesk).publish(Publish.draft(draft.ref()).deployTo("sandbox"));
        environments.promote(Promote.whateverIsActiveIn("sandbox"));

        environments.rollBack(RollBack.of("live").because("It forgot its tools"));
        environments.freeze("live", "Until we know why");

        List<Deployment> history = environments.history("live", Range.first(20)).items();
        assertEquals(3, history.size());
        assertEquals(Deployment.Cause.ROLLED_BACK, history.get(0).cause());
    }

    @Test
    void aSessionStaysOnWhatItBeganWith() {
        Resolution began = ana.resolve(frontDesk, "sandbox");
        String logged = began.pin().token();

        draft = ana.drafts(frontDesk)
                .save(draft.ref(), Edit.removeSection("tools"))
                .draft();
        ana.drafts(frontDesk).publish(Publish.draft(draft.ref()).deployTo("sandbox"));

        Resolution later = ana.resolve(Pin.parse(logged));
        assertEquals(began.content(), later.content());
    }

    @Test
    void aRetryReturnsTheFirstOutcome() {
        draft = ana.drafts(frontDesk)
                .save(draft.ref(), Edit.removeSection("tools"))
                .draft();
        Workspace request = ana.request(RequestId.of("6f1c-42"));
        PublishOutcome first = request.drafts(frontDesk).publish(Publish.draft(draft.ref()));
        PublishOutcome again = request.drafts(frontDesk).publish(Publish.draft(draft.ref()));
        assertEquals(first, again);
    }

    @Test
    void annotationsMayChange() {
        Version version = ana.versions(frontDesk).get(1);
        version = ana.versions(frontDesk)
                .annotate(
                        1,
                        version.annotation().revision(),
                        Annotate.nothing().label("First").pinned(true));
        ana.versions(frontDesk).verify(1);
        assertEquals("First", version.label());
    }
}
