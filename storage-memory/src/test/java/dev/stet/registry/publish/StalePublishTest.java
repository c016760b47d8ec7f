package dev.stet.registry.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stet.Range;
import dev.stet.Stet;
import dev.stet.access.AuditEntry;
import dev.stet.agent.NewAgent;
import dev.stet.draft.AfterPublish;
import dev.stet.draft.Draft;
import dev.stet.draft.NewDraft;
import dev.stet.draft.StaleDraftException;
import dev.stet.environment.Pipeline;
import dev.stet.ref.AgentId;
import dev.stet.ref.Ref;
import dev.stet.registry.FrontDesk;
import dev.stet.storage.tck.Promise;
import dev.stet.storage.tck.stage.Interruption;
import dev.stet.version.Publish;
import dev.stet.version.PublishOutcome;
import dev.stet.version.StaleBaseException;
import dev.stet.version.Version;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Who publishes what others saved or published meanwhile is refused, and moves nothing back. */
class StalePublishTest extends FrontDesk {
    @Promise(4)
    @Test
    void whatWasSavedMeanwhileIsNotPublishedUnseen() {
        Draft draft = created();
        saved(draft, "Hi.");
        assertThrows(StaleDraftException.class, () -> drafts().publish(Publish.draft(draft.ref())));
    }

    @Promise(5)
    @Test
    void aStaleDraftDoesNotTakeBackWhatOthersPublished() {
        published();
        Draft stale = saved(drafts().open(NewDraft.from(Ref.version(1), "Slow")), "Good day.");
        Version second = publishedNext("Hi.");
        List<AuditEntry> before = ana().audit().of(DESK, Range.first(99)).items();
        StaleBaseException refusal = assertThrows(
                StaleBaseException.class,
                () -> drafts().publish(Publish.draft(stale.ref()).deployTo("sandbox")));
        assertEquals(OptionalLong.of(1), refusal.base());
        assertEquals(second, refusal.latest());
        assertThrows(
                StaleBaseException.class,
                () -> drafts().publish(Publish.draft(stale.ref()).superseding(1)));
        assertEquals(before, ana().audit().of(DESK, Range.first(99)).items());
        Version third = version(
                drafts().publish(Publish.draft(stale.ref()).superseding(2).deployTo("sandbox")));
        assertEquals(3, ana().resolve(DESK, "sandbox").version().orElseThrow());
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
}
