package dev.stet.examples;

import dev.stet.content.SectionChanges;
import dev.stet.draft.Draft;
import dev.stet.draft.NewDraft;
import dev.stet.environment.Deployment;
import dev.stet.ref.Ref;
import dev.stet.version.Publish;
import dev.stet.version.PublishOutcome.Published;
import dev.stet.version.StaleBaseException;
import dev.stet.version.Version;

/** Somebody publishes first. The other draft would take that back, so its publish is refused. */
final class Overtaken extends Chapter {
    Overtaken(Stage stage) {
        super(stage, "Overtaken");
    }

    @Override
    void play() {
        anaIsFaster();
        benPublishes();
    }

    private void anaIsFaster() {
        clock.at("10:03");
        long base = ana.latestVersion().number();
        narrator.says(ana, "hears that the emergency number has changed. This cannot wait.");
        Draft draft = ana.drafts().open(NewDraft.from(Ref.version(base), "Emergency number"));
        Draft saved = ana.drafts()
                .save(draft.ref(), FrontDesk.edit("emergency-number"))
                .draft();
        clock.at("10:05");
        Published published = published(ana, Publish.draft(saved.ref()).label("New emergency number"));
        clock.at("10:06");
        Deployment preRelease = promoted(ana, published.deployment().orElseThrow(), "");
        clock.at("10:08");
        promoted(ana, preRelease, "The dentist on duty has a new number");
    }

    private void benPublishes() {
        clock.at("10:12");
        Draft waitingList = ben.drafts().get(RuleOfTheHouse.WAITING_LIST);
        narrator.says(
                ben,
                "publishes his waiting list, which he began on version %d."
                        .formatted(waitingList.base().orElseThrow()));
        try {
            published(ben, Publish.draft(waitingList.ref()));
        } catch (StaleBaseException overtaken) {
            narrator.refused(overtaken);
            benStartsFromTheLatest(waitingList, overtaken);
        }
    }

    private void benStartsFromTheLatest(Draft waitingList, StaleBaseException overtaken) {
        Version latest = overtaken.latest();
        Ref newest = Ref.version(latest.number());
        SectionChanges theirs =
                ben.contents().changedSections(Ref.version(overtaken.base().orElseThrow()), newest);
        SectionChanges mine = ben.drafts().changedSections(waitingList.id());
        clock.at("10:15");
        narrator.says(
                ben,
                ("compares. %s changed %s; he changed %s. So he opens a new draft from version %d and saves"
                                + " his edit there.")
                        .formatted(
                                latest.publishedBy().displayName(),
                                String.join(", ", theirs.all()),
                                String.join(", ", mine.all()),
                                latest.number()));
        Draft fresh = ben.drafts().open(NewDraft.from(newest, waitingList.name()));
        Draft saved =
                ben.drafts().save(fresh.ref(), FrontDesk.edit("waiting-list")).draft();
        ben.drafts().discard(waitingList.ref());
        clock.at("10:18");
        published(ben, Publish.draft(saved.ref()).label("Waiting list"));
    }
}
