package dev.stet.examples;

import dev.stet.content.SectionChanges;
import dev.stet.draft.Draft;
import dev.stet.draft.Edit;
import dev.stet.draft.NewDraft;
import dev.stet.draft.SaveOutcome;
import dev.stet.draft.StaleDraftException;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import dev.stet.ref.Ref;
import dev.stet.version.Publish;
import dev.stet.version.PublishOutcome.Published;

/** Two people save the same draft. The second save is refused, and made again on top of the first. */
final class TwoPeopleOneDraft extends Chapter {
    TwoPeopleOneDraft(Stage stage) {
        super(stage, "Two people, one draft");
    }

    @Override
    void play() {
        Draft seenByBoth = open();
        anaSaves(seenByBoth.ref());
        Draft both = benSaves(seenByBoth.ref());
        release(both);
    }

    private Draft open() {
        clock.at("09:30");
        long base = ana.latestVersion().number();
        Draft draft = ana.drafts()
                .open(NewDraft.from(Ref.version(base), "Saturday hours").id(DraftId.of("saturday-hours")));
        narrator.says(
                ana,
                "opens a draft from version %d: “%s”. Ben has it on his screen too, at revision %d."
                        .formatted(base, draft.name(), draft.revision()));
        return draft;
    }

    private void anaSaves(DraftRef seen) {
        clock.at("09:38");
        SaveOutcome saved = ana.drafts().save(seen, FrontDesk.edit("opening-hours"));
        narrator.says(
                ana,
                "saves the new opening hours. The draft is at revision %d."
                        .formatted(saved.draft().revision()));
    }

    private Draft benSaves(DraftRef seen) {
        Edit warmerGreeting = FrontDesk.edit("warmer-greeting");
        clock.at("09:41");
        narrator.says(ben, "saves a warmer greeting. His screen still shows revision " + seen.revision() + ".");
        try {
            return ben.drafts().save(seen, warmerGreeting).draft();
        } catch (StaleDraftException stale) {
            narrator.refused(stale);
            return benReadsAgain(stale, warmerGreeting);
        }
    }

    private Draft benReadsAgain(StaleDraftException stale, Edit warmerGreeting) {
        DraftRef latest = stale.actual().ref();
        SectionChanges missed = ben.contents().changedSections(Ref.revision(stale.expected()), Ref.revision(latest));
        clock.at("09:43");
        SaveOutcome saved = ben.drafts().save(latest, warmerGreeting);
        narrator.says(
                ben,
                "reads what %s changed meanwhile (%s) and saves on top of it: revision %d. Both edits are in."
                        .formatted(
                                stale.actual().updatedBy().displayName(),
                                String.join(", ", missed.all()),
                                saved.draft().revision()));
        SaveOutcome again = ben.drafts().save(saved.draft().ref(), warmerGreeting);
        if (again instanceof SaveOutcome.Unchanged unchanged) {
            narrator.says(
                    ben,
                    "saves once more, to be sure. Nothing changed, so it is still revision %d."
                            .formatted(unchanged.draft().revision()));
        }
        return again.draft();
    }

    private void release(Draft draft) {
        clock.at("09:50");
        Published published = published(ana, Publish.draft(draft.ref()).label("Saturday mornings"));
        clock.at("09:52");
        promoted(ana, published.deployment().orElseThrow(), "To be listened to until Friday");
    }
}
