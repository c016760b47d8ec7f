package dev.stet.examples;

import dev.stet.content.Finding;
import dev.stet.draft.Draft;
import dev.stet.draft.NewDraft;
import dev.stet.draft.SaveOutcome;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import dev.stet.ref.Ref;
import dev.stet.version.ContentRulesException;
import dev.stet.version.Publish;

/** A draft may break the application's rules. A version may not. */
final class RuleOfTheHouse extends Chapter {
    static final DraftId WAITING_LIST = DraftId.of("waiting-list");

    RuleOfTheHouse(Stage stage) {
        super(stage, "A rule of the house");
    }

    @Override
    void play() {
        Draft good = extend();
        Draft broken = tidyUp(good);
        publish(broken);
        restore(broken, good.ref());
    }

    private Draft extend() {
        clock.at("09:57");
        long base = ben.latestVersion().number();
        Draft opened = ben.drafts()
                .open(NewDraft.from(Ref.version(base), "Waiting list").id(WAITING_LIST));
        SaveOutcome saved = ben.drafts().save(opened.ref(), FrontDesk.edit("waiting-list"));
        narrator.says(
                ben,
                "opens a draft from version %d and teaches Marlo to keep a waiting list. It changes: %s."
                        .formatted(base, changedIn(saved.draft())));
        return saved.draft();
    }

    private String changedIn(Draft draft) {
        return String.join(", ", ben.drafts().changedSections(draft.id()).all());
    }

    private Draft tidyUp(Draft good) {
        clock.at("09:59");
        Draft broken = ben.drafts().save(good.ref(), FrontDesk.edit("tidy-up")).draft();
        narrator.says(ben, "also removes a node that surely nobody needs, and publishes.");
        return broken;
    }

    private void publish(Draft broken) {
        try {
            ben.drafts().publish(Publish.draft(broken.ref()));
        } catch (ContentRulesException refusal) {
            narrator.refused(refusal);
            Finding first = refusal.findings().get(0);
            narrator.aside("The rule is the application's own: “%s”, in GraphRule.java.".formatted(first.rule()));
        }
    }

    private void restore(Draft broken, DraftRef good) {
        clock.at("10:01");
        Draft restored = ben.drafts().restore(broken.ref(), Ref.revision(good)).draft();
        narrator.says(
                ben,
                "restores revision %d, which becomes revision %d. Findings now: %d."
                        .formatted(
                                good.revision(),
                                restored.revision(),
                                ben.drafts().findings(restored.id()).size()));
    }
}
