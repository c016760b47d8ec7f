package dev.stet.examples;

import dev.stet.Resolution;
import dev.stet.environment.Deployment;
import dev.stet.environment.Promote;
import dev.stet.version.Publish;
import dev.stet.version.PublishOutcome;
import dev.stet.version.PublishOutcome.Published;
import dev.stet.version.Version;
import java.util.Locale;

/** A part of the day. What happens in it happens through the library. */
abstract class Chapter {
    final StoryClock clock;
    final Narrator narrator;
    final Person ana;
    final Person ben;
    final Person phone;

    private final String title;

    Chapter(Stage stage, String title) {
        this.clock = stage.clock();
        this.narrator = stage.narrator();
        this.ana = stage.ana();
        this.ben = stage.ben();
        this.phone = stage.phone();
        this.title = title;
    }

    abstract void play();

    final String title() {
        return title;
    }

    /** Publishes a draft that has something to publish, and tells of it. */
    final Published published(Person who, Publish publish) {
        PublishOutcome outcome = who.drafts().publish(publish);
        if (outcome instanceof Published published) {
            String deployed = published
                    .deployment()
                    .map(deployment -> "; it runs in " + deployment.environment())
                    .orElse("");
            narrator.says(who, "publishes " + named(published.version()) + deployed + ".");
            return published;
        }
        throw new IllegalStateException("the story expects something to publish here, but found " + outcome);
    }

    /** Promotes the deployment that somebody has seen to the next environment, and tells of it. */
    final Deployment promoted(Person who, Deployment seen, String reason) {
        Deployment made = who.environments()
                .promote(Promote.deployment(seen.number()).because(reason))
                .deployment();
        narrator.says(who, "promotes version " + made.version().orElseThrow() + " to " + made.environment() + ".");
        return made;
    }

    /** The telephone asks what runs where a deployment was made, and tells of the answer. */
    final void rings(Deployment made) {
        Resolution now = phone.workspace().resolve(FrontDesk.ID, made.environment());
        narrator.says(
                phone,
                "rings, and asks what to run. Answer: version %d, by deployment %d, on model %s."
                        .formatted(
                                now.version().orElseThrow(),
                                now.deployment().orElseThrow(),
                                FrontDesk.model(now.content())));
    }

    /** What somebody did to make an environment serve what it serves. */
    static String verb(Deployment made) {
        return made.cause().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A version as people speak of it. */
    static String named(Version version) {
        return "version " + version.number() + ", “" + version.label() + "”";
    }
}
