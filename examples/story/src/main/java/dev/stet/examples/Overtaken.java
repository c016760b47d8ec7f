package dev.stet.examples;

import dev.stet.content.SectionChanges;
import dev.stet.draft.Draft;
import dev.stet.draft.NewDraft;
import dev.stet.environment.Deployment;
import dev.stet.merge.MergePlan;
import dev.stet.ref.Ref;
import dev.stet.version.Publish;
import dev.stet.version.PublishOutcome.Published;
import dev.stet.version.StaleBaseException;
import dev.stet.version.Version;

/** Somebody publishes first. The other draft would take that back, so its publish is refused until it is rebased. */
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
            benRebases(waitingList, overtaken);
        }
    }

    private void benRebases(Draft waitingList, StaleBaseException overtaken) {
        Version latest = overtaken.latest();
        SectionChanges theirs = ben.contents()
                .changedSections(Ref.version(overtaken.base().orElseThrow()), Ref.version(latest.number()));
        SectionChanges mine = ben.drafts().changedSections(waitingList.id());
        clock.at("10:15");
        MergePlan plan = ben.drafts().planRebase(waitingList.id());
        narrator.says(
                ben,
                "asks what a rebase would come to. %s changed %s; he changed %s. Conflicts: %d."
                        .formatted(
                                latest.publishedBy().displayName(),
                                String.join(", ", theirs.all()),
                                String.join(", ", mine.all()),
                                plan.merge().conflicts().size()));
        Draft rebased = ben.drafts().apply(plan).draft();
        narrator.says(
                ben,
                "applies it. Revision %d holds both, and builds on version %d."
                        .formatted(rebased.revision(), rebased.base().orElseThrow()));
        clock.at("10:18");
        published(ben, Publish.draft(rebased.ref()).label("Waiting list"));
    }
}
