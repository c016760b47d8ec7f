package dev.stet.examples;

import dev.stet.Pin;
import dev.stet.Resolution;
import dev.stet.draft.Draft;
import dev.stet.draft.NewDraft;
import dev.stet.environment.Deployment;
import dev.stet.environment.EnvironmentFrozenException;
import dev.stet.environment.Promote;
import dev.stet.environment.Replacing;
import dev.stet.environment.RollBack;
import dev.stet.ref.Ref;
import dev.stet.version.Publish;
import dev.stet.version.PublishOutcome.Published;

/** A version goes live that should not have. Conversations under way do not notice; live goes back in one call. */
final class BadRelease extends Chapter {
    private final HistoryDrawing history;

    BadRelease(Stage stage, HistoryDrawing history) {
        super(stage, "A bad release");
        this.history = history;
    }

    @Override
    void play() {
        Deployment preRelease = saveMoney();
        String earlyCall = callBegins("10:35", "a long call");
        goLive(preRelease);
        callBegins("10:42", "a second call");
        callGoesOn(earlyCall);
        rollBack();
        freeze(preRelease);
        narrator.blankLine();
        narrator.aside("The history at this hour. Live is a step behind, and that is on record:");
        history.draw();
    }

    private Deployment saveMoney() {
        clock.at("10:30");
        long base = ben.latestVersion().number();
        Draft draft = ben.drafts().open(NewDraft.from(Ref.version(base), "Cheaper model"));
        Draft saved =
                ben.drafts().save(draft.ref(), FrontDesk.edit("cheaper-model")).draft();
        Published published = published(ben, Publish.draft(saved.ref()).label("A cheaper model"));
        clock.at("10:33");
        return promoted(ben, published.deployment().orElseThrow(), "");
    }

    /** Asks what is live and keeps, with the conversation, what names exactly that. */
    private String callBegins(String time, String what) {
        clock.at(time);
        Resolution live = phone.workspace().resolve(FrontDesk.ID, FrontDesk.LIVE);
        String token = live.pin().token();
        narrator.says(
                phone,
                "rings: %s, on version %d (%s). Pinned: “%s”."
                        .formatted(what, live.version().orElseThrow(), FrontDesk.model(live.content()), token));
        return token;
    }

    private void goLive(Deployment preRelease) {
        clock.at("10:39");
        Deployment live = promoted(ben, preRelease, "Half the price per call");
        narrator.aside("His reason: “" + live.reason() + "”. It replaces version "
                + live.replacedVersion().orElseThrow() + ".");
    }

    private void callGoesOn(String token) {
        clock.at("10:45");
        Resolution pinned = phone.workspace().resolve(Pin.parse(token));
        narrator.says(
                phone,
                "goes on with the long call, still on version %d (%s)."
                        .formatted(pinned.version().orElseThrow(), FrontDesk.model(pinned.content())));
    }

    private void rollBack() {
        clock.at("11:15");
        narrator.says(ana, "has had three complaints: Marlo stops in the middle of sentences.");
        Deployment seen = ana.environments().findActive(FrontDesk.LIVE).orElseThrow();
        clock.at("11:18");
        Deployment made = ana.environments()
                .rollBack(RollBack.of(FrontDesk.LIVE)
                        .because("Callers are cut off in mid-sentence")
                        .replacing(Replacing.deployment(seen.number())))
                .deployment();
        narrator.says(
                ana,
                ("rolls live back from version %d to version %d. That is deployment %d: history grows, it"
                                + " does not shrink.")
                        .formatted(
                                made.replacedVersion().orElseThrow(),
                                made.version().orElseThrow(),
                                made.number()));
    }

    private void freeze(Deployment preRelease) {
        clock.at("11:19");
        ana.environments().freeze(FrontDesk.LIVE, "Until we know what happened");
        narrator.says(ana, "freezes live.");
        clock.at("11:24");
        narrator.says(ben, "has heard nothing of it, wonders, and promotes once more.");
        try {
            ben.environments().promote(Promote.deployment(preRelease.number()));
        } catch (EnvironmentFrozenException frozen) {
            narrator.refused(frozen);
        }
    }
}
