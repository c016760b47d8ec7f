package dev.stet.examples;

import dev.stet.draft.Draft;
import dev.stet.draft.NewDraft;
import dev.stet.environment.Deployment;
import dev.stet.environment.Environment;
import dev.stet.ref.Ref;
import dev.stet.ref.RequestId;
import dev.stet.version.Publish;
import dev.stet.version.PublishOutcome;
import dev.stet.version.PublishOutcome.Published;

/** The way forward is a new version made from an old one; and a retry after a lost answer does nothing twice. */
final class TheRepair extends Chapter {
    TheRepair(Stage stage) {
        super(stage, "The repair");
    }

    @Override
    void play() {
        Draft draft = edit();
        Published published = publish(draft);
        release(published);
    }

    private Draft edit() {
        clock.at("14:00");
        Environment live = ana.environments().get(FrontDesk.LIVE);
        long latest = ana.latestVersion().number();
        long good = live.version().orElseThrow();
        Draft opened = ana.drafts().open(NewDraft.from(Ref.version(latest), "Back to the good model"));
        Draft restored = ana.drafts().restore(opened.ref(), Ref.version(good)).draft();
        Draft edited = ana.drafts()
                .save(restored.ref(), FrontDesk.edit("insurance-rewording"))
                .draft();
        narrator.says(
                ana,
                ("opens a draft from version %d, restores what version %d said, and says more clearly what"
                                + " insurance covers.")
                        .formatted(latest, good));
        return edited;
    }

    private Published publish(Draft draft) {
        clock.at("14:10");
        Publish publish = Publish.draft(draft.ref()).label("The good model, clearer insurance");
        RequestId request = RequestId.of("req-2718");
        Person anasRequest = ana.onRequest(request);
        Published published = published(anasRequest, publish);
        clock.at("14:11");
        PublishOutcome again = anasRequest.drafts().publish(publish);
        narrator.says(
                ana,
                ("loses the connection, so her browser sends request %s again. The answer is the same,"
                                + " version %d, and nothing was made twice: the latest is version %d.")
                        .formatted(
                                request,
                                again.version().number(),
                                ana.latestVersion().number()));
        return published;
    }

    private void release(Published published) {
        clock.at("14:20");
        Deployment preRelease = promoted(ben, published.deployment().orElseThrow(), "Rehearsed with Ana");
        clock.at("14:40");
        ana.environments().unfreeze(FrontDesk.LIVE, "Understood and mended");
        narrator.says(ana, "unfreezes live.");
        clock.at("14:45");
        promoted(ana, preRelease, "Whole sentences again");
    }
}
