package dev.stet.examples;

import dev.stet.Range;
import dev.stet.content.SectionChanges;
import dev.stet.environment.Deployment;
import dev.stet.ref.Ref;
import dev.stet.version.Version;

/** What was live at 10:42, and who put it there? */
final class WhoWasIt extends Chapter {
    WhoWasIt(Stage stage) {
        super(stage, "What was live at 10:42, and who put it there?");
    }

    @Override
    void play() {
        clock.at("13:00");
        Deployment then = ana.environments()
                .servedAt(FrontDesk.LIVE, clock.instantAt("10:42"))
                .orElseThrow();
        answer(then);
        difference(then);
        deployments();
    }

    private void answer(Deployment then) {
        Version version = ana.versions().get(then.version().orElseThrow());
        narrator.says(
                ana,
                "asks, and gets an answer: %s. %s %s it at %s, as deployment %d, because: “%s”."
                        .formatted(
                                named(version),
                                then.by().displayName(),
                                verb(then),
                                StoryClock.face(then.at()),
                                then.number(),
                                then.reason()));
    }

    private void difference(Deployment then) {
        long before = then.replacedVersion().orElseThrow();
        long after = then.version().orElseThrow();
        SectionChanges changes = ana.contents().changedSections(Ref.version(before), Ref.version(after));
        narrator.aside("Changed against version %d, which live had served before: %s. All that live served today:"
                .formatted(before, String.join(", ", changes.all())));
    }

    private void deployments() {
        for (Deployment made :
                ana.environments().history(FrontDesk.LIVE, Range.first(10)).items()) {
            String reason = made.reason().isEmpty() ? "" : "  “" + made.reason() + "”";
            narrator.row("%s  version %d  %s by %s%s"
                    .formatted(
                            StoryClock.face(made.at()),
                            made.version().orElseThrow(),
                            Terminal.padded(verb(made), 11),
                            made.by().displayName(),
                            reason));
        }
    }
}
