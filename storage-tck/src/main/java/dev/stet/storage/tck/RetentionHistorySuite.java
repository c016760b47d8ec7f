package dev.stet.storage.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.agent.NewAgent;
import dev.stet.content.Content;
import dev.stet.content.JsonValue;
import dev.stet.draft.Draft;
import dev.stet.draft.Edit;
import dev.stet.draft.NewDraft;
import dev.stet.environment.Pipeline;
import dev.stet.error.NotFoundException;
import dev.stet.ref.AgentId;
import dev.stet.ref.Ref;
import dev.stet.ref.WorkspaceId;
import dev.stet.retention.Keep;
import dev.stet.retention.RetentionPolicy;
import dev.stet.storage.Storage;
import dev.stet.version.Annotate;
import dev.stet.version.Publish;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Retention in the midst of other changes: after any history it has dropped what may go and nothing else, and whatever
 * comes between its steps, what is needed stays. {@code -Dstet.kit.retentions=100} tries more histories.
 */
public abstract class RetentionHistorySuite extends StorageSuite {
    private static final int HISTORIES = Integer.getInteger("stet.kit.retentions", 6);
    private static final WorkspaceId ACME = WorkspaceId.of("acme");
    private static final RetentionPolicy NOTHING_BUT_NEEDED = RetentionPolicy.keepingAll()
            .draftRevisions(Keep.newest(0))
            .archivedVersions(Keep.newest(0))
            .servedWithin(Duration.ZERO);

    private static Workspace workspace(Storage store) {
        return Stet.on(store).pipeline(Pipeline.of("sandbox", "live")).build().workspace(ACME, Actor.of("ana"));
    }

    @Promise({3, 7})
    @Test
    void afterAnyHistoryWhatIsNeededIsThereAndReads() {
        for (int seed = 1; seed <= HISTORIES; seed++) {
            new RetentionHistory(store(), AgentId.of("agent-" + seed), seed).live();
        }
    }

    @Promise(4)
    @Test
    void aVersionThatADraftIsOpenedOnMeanwhileStays() {
        atEveryStep(
                (retaining, agent) -> retaining.retention(agent).apply(NOTHING_BUT_NEEDED),
                (other, agent) -> other.drafts(agent).open(NewDraft.from(Ref.version(1), "On 1")),
                agent -> {
                    assertTrue(workspace(store()).versions(agent).find(1).isPresent());
                    assertTrue(workspace(store()).versions(agent).find(2).isEmpty());
                });
    }

    @Promise(4)
    @Test
    void aContentThatIsSavedAgainMeanwhileStays() {
        Content second = content(2);
        atEveryStep(
                (retaining, agent) -> retaining.retention(agent).apply(NOTHING_BUT_NEEDED),
                (other, agent) -> other.drafts(agent).open(NewDraft.from(Ref.content(second), "As 2")),
                agent -> assertTrue(workspace(store()).versions(agent).find(2).isEmpty()));
    }

    @Promise(4)
    @Test
    void whatIsDroppedMeanwhileIsNotBuiltOn() {
        atEveryStep(
                (opening, agent) -> {
                    Draft draft = opening.drafts(agent).open(NewDraft.from(Ref.version(1), "On 1"));
                    opening.drafts(agent).save(draft.ref(), Edit.section("model", JsonValue.of(1)));
                },
                (other, agent) -> other.retention(agent).apply(NOTHING_BUT_NEEDED),
                agent -> {});
    }

    @Promise(3)
    @Test
    void aReadMeanwhileReturnsWhatWasThereOrSaysThatItWasDropped() {
        String first = content(1).toJson();
        atEveryStep(
                (reading, agent) -> {
                    assertEquals(
                            first, reading.contents(agent).read(Ref.version(1)).toJson());
                },
                (other, agent) -> other.retention(agent).apply(NOTHING_BUT_NEEDED),
                agent -> assertTrue(workspace(store()).versions(agent).find(1).isEmpty()));
    }

    /** Makes one thing happen between any two steps of another, each time with an agent of its own. */
    private void atEveryStep(
            BiConsumer<Workspace, AgentId> interrupted,
            BiConsumer<Workspace, AgentId> interrupting,
            Consumer<AgentId> check) {
        boolean pending = false;
        for (int step = 1; !pending; step++) {
            AgentId agent = AgentId.of("step-" + step);
            past(agent);
            Interruption interruption = new Interruption(store());
            Workspace disturbed = workspace(interruption.storage());
            interruption.before(step, () -> interrupting.accept(workspace(store()), agent));
            try {
                interrupted.accept(disturbed, agent);
            } catch (NotFoundException dropped) {
                assertTrue(dropped.dropped(), dropped::getMessage);
            }
            pending = interruption.pending();
            if (!pending) {
                check.accept(agent);
            }
            Retained.verify(store(), workspace(store()), agent);
        }
    }

    /** Four versions; the first is stored whole, and so is what a draft went through in between; all but the last archived. */
    private void past(AgentId agent) {
        Workspace ana = workspace(store());
        Draft draft = ana.agents()
                .create(NewAgent.named("Desk").id(agent).content(content(1)))
                .draft();
        ana.drafts(agent).publish(Publish.draft(draft.ref()));
        for (int i = 2; i <= 4; i++) {
            draft = ana.drafts(agent).open(NewDraft.from(Ref.content(content(i)), "Next"));
            ana.drafts(agent).publish(Publish.draft(draft.ref()).superseding(i - 1));
        }
        for (int i = 1; i <= 3; i++) {
            ana.versions(agent).annotate(i, 1, Annotate.nothing().archived(true));
        }
    }

    /** Contents that have little in common. */
    private static Content content(int number) {
        return Content.empty().withSection("prompt", JsonValue.of(RetentionHistory.words(number, 60)));
    }
}
