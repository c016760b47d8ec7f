package dev.stet.examples;

import dev.stet.draft.Draft;
import dev.stet.draft.NewDraft;
import dev.stet.environment.Deployment;
import dev.stet.environment.PipelineException;
import dev.stet.environment.Promote;
import dev.stet.ref.Ref;
import dev.stet.version.Publish;
import dev.stet.version.PublishOutcome;
import dev.stet.version.PublishOutcome.Unchanged;

/** The pipeline allows no short cut; and a publish with nothing new in it makes no version. */
final class StepByStep extends Chapter {
    StepByStep(Stage stage) {
        super(stage, "Step by step");
    }

    @Override
    void play() {
        promote();
        publishNothing();
    }

    private void promote() {
        clock.at("10:20");
        Deployment sandbox = ben.environments().findActive(FrontDesk.SANDBOX).orElseThrow();
        narrator.says(ben, "is in a hurry and promotes straight from sandbox to live.");
        try {
            ben.environments().promote(Promote.deployment(sandbox.number()).to(FrontDesk.LIVE));
        } catch (PipelineException skipping) {
            narrator.refused(skipping);
        }
        clock.at("10:21");
        Deployment preRelease = promoted(ben, sandbox, "");
        clock.at("10:24");
        promoted(ben, preRelease, "Fewer empty chairs");
    }

    private void publishNothing() {
        clock.at("10:27");
        long latest = ana.latestVersion().number();
        Draft draft = ana.drafts().open(NewDraft.from(Ref.version(latest), "Second thoughts"));
        PublishOutcome outcome = ana.drafts().publish(Publish.draft(draft.ref()));
        if (outcome instanceof Unchanged unchanged) {
            narrator.says(
                    ana,
                    ("opens a draft, thinks better of it, and publishes all the same. Nothing to publish: it"
                                    + " equals version %d. No number is used up.")
                            .formatted(unchanged.version().number()));
        }
        ana.drafts().discard(draft.ref());
    }
}
