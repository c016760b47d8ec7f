package dev.stet.examples;

import dev.stet.agent.Created;
import dev.stet.agent.NewAgent;
import dev.stet.content.Content;
import dev.stet.environment.Deployment;
import dev.stet.version.Publish;
import dev.stet.version.PublishOutcome.Published;

/** An agent is created, published and taken through the environments. */
final class OpeningDay extends Chapter {
    OpeningDay(Stage stage) {
        super(stage, "Opening day");
    }

    @Override
    void play() {
        Created created = create();
        Published published = publish(created);
        Deployment live = release(published);
        rings(live);
    }

    private Created create() {
        clock.at("09:00");
        Content content = FrontDesk.content();
        Created created = ana.workspace()
                .agents()
                .create(NewAgent.named("Marlo")
                        .id(FrontDesk.ID)
                        .description("Answers the telephone of Harbour Dental")
                        .content(content)
                        .draftName("Opening day"));
        narrator.says(
                ana,
                "creates the agent %s: %d sections, a conversation graph of %d nodes, %s of JSON. It is a draft."
                        .formatted(
                                created.agent().name(),
                                content.sections().size(),
                                FrontDesk.nodes(content),
                                new Bytes(content.size())));
        return created;
    }

    private Published publish(Created created) {
        clock.at("09:05");
        Published published =
                published(ana, Publish.draft(created.draft().ref()).label("Opening day"));
        narrator.aside("Whatever happens today, version " + published.version().number() + " stays as it is.");
        return published;
    }

    private Deployment release(Published published) {
        clock.at("09:10");
        Deployment preRelease = promoted(ana, published.deployment().orElseThrow(), "First rehearsal");
        clock.at("09:15");
        return promoted(ana, preRelease, "We open!");
    }
}
