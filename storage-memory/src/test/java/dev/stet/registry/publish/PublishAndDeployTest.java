package dev.stet.registry.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stet.Stet;
import dev.stet.draft.Draft;
import dev.stet.draft.NewDraft;
import dev.stet.environment.Deployment.Cause;
import dev.stet.environment.Pipeline;
import dev.stet.environment.PipelineException;
import dev.stet.ref.Ref;
import dev.stet.registry.FrontDesk;
import dev.stet.storage.tck.Promise;
import dev.stet.version.Publish;
import dev.stet.version.PublishOutcome;
import dev.stet.version.PublishOutcome.Unchanged;
import dev.stet.version.StaleBaseException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A publish that deploys as well: where it was asked to, or where the pipeline says so. */
class PublishAndDeployTest extends FrontDesk {
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
    void aDeploymentAskedForIsMadeEvenWhenNothingIsPublished() {
        published();
        Draft draft = drafts().open(NewDraft.from(Ref.version(1), "Same"));
        PublishOutcome outcome = drafts().publish(Publish.draft(draft.ref()).deployTo("sandbox"));
        assertInstanceOf(Unchanged.class, outcome);
        assertEquals(1, ana().resolve(DESK, "sandbox").version().orElseThrow());
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
}
