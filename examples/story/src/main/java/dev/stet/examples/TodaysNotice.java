package dev.stet.examples;

import dev.stet.draft.Draft;
import dev.stet.draft.NewDraft;
import dev.stet.environment.Deployment;
import dev.stet.environment.Environment;
import dev.stet.ref.Ref;
import dev.stet.ref.RequestId;
import dev.stet.version.Publish;
import dev.stet.version.PublishOutcome.Published;
import dev.stet.version.Version;
import java.util.List;
import java.util.Optional;

/** An ordinary day: a small change, on top of whatever is there, goes live. */
final class TodaysNotice extends Chapter {
    /** One for each day, in turn. */
    private static final List<Notice> NOTICES = List.of(
            new Notice("The lift is out of order", "notice-lift"),
            new Notice("No parking on Quay Lane", "notice-parking"),
            new Notice("Cards are not read today", "notice-cards"),
            new Notice("A hygienist is ill", "notice-hygienist"));

    TodaysNotice(Stage stage) {
        super(stage, "Today's notice");
    }

    @Override
    void play() {
        clock.at("09:30");
        unfreeze(ana.environments().get(FrontDesk.LIVE));
        Draft draft = write(ben.versions().findLatest());
        Published published = publish(draft);
        release(published);
    }

    /** Where an earlier run was broken off, live may be frozen still. */
    private void unfreeze(Environment live) {
        live.freeze().ifPresent(freeze -> {
            ana.environments().unfreeze(FrontDesk.LIVE, "Another day");
            narrator.says(ana, "finds live frozen: “" + freeze.reason() + "”. She unfreezes it.");
        });
    }

    private Draft write(Optional<Version> latest) {
        Notice notice = NOTICES.get((int) (latest.map(Version::number).orElse(0L) % NOTICES.size()));
        Ref base =
                latest.map(version -> Ref.version(version.number())).orElseGet(() -> Ref.content(FrontDesk.content()));
        Draft opened = ben.drafts().open(NewDraft.from(base, notice.text()));
        Draft saved =
                ben.drafts().save(opened.ref(), FrontDesk.edit(notice.edit())).draft();
        narrator.says(
                ben,
                "opens a draft from %s and writes a notice for all who call. It changes: %s."
                        .formatted(
                                latest.map(version -> "version " + version.number())
                                        .orElse("what Marlo began with"),
                                String.join(
                                        ", ",
                                        ben.drafts().changedSections(saved.id()).all())));
        return saved;
    }

    private Published publish(Draft draft) {
        clock.at("09:45");
        RequestId request = RequestId.of("req-" + clock.digits());
        return published(ana.onRequest(request), Publish.draft(draft.ref()).label(draft.name()));
    }

    private void release(Published published) {
        clock.at("10:15");
        Deployment preRelease = promoted(ben, published.deployment().orElseThrow(), "");
        clock.at("11:00");
        Deployment live = promoted(ana, preRelease, "Callers should know");
        clock.at("11:02");
        rings(live);
    }

    /**
     * What callers should know.
     *
     * @param text in short
     * @param edit the name of the edit that tells Marlo
     */
    private record Notice(String text, String edit) {}
}
