package dev.stet.examples;

import dev.stet.Range;
import dev.stet.content.Content;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import dev.stet.diff.Diff;
import dev.stet.ref.Ref;
import dev.stet.version.ValueChange;
import dev.stet.version.Version;
import dev.stet.version.VersionFilter;
import java.util.List;

/** What changed, in a line for each version, in full for one of them; and who changed a value last. */
final class WhatChanged extends Chapter {
    private static final JsonPointer MODEL = JsonPointer.parse("/model/name");

    WhatChanged(Stage stage) {
        super(stage, "What changed, and who changed it?");
    }

    @Override
    void play() {
        clock.at("13:20");
        narrator.says(ana, "reads what each version changed:");
        List<Version> versions =
                ana.versions().list(VersionFilter.all(), Range.first(5)).items();
        versions.stream().filter(version -> version.number() > 1).forEach(this::summarise);
        showTheLatest(versions.get(0));
        clock.at("13:25");
        blame();
    }

    private void summarise(Version version) {
        narrator.row("version %d  %s"
                .formatted(version.number(), against(version.number() - 1).summary()));
    }

    /** What the version after this one made of it. */
    private Diff against(long before) {
        return ana.contents().diff(Ref.version(before), Ref.version(before + 1));
    }

    private void showTheLatest(Version latest) {
        Diff diff = against(latest.number() - 1);
        narrator.says(ana, "looks at version %d line by line:".formatted(latest.number()));
        narrator.shows(diff);
        Content patched = Content.parse(diff.patch().applyTo(diff.from().root()).toJson());
        narrator.aside("As a JSON Patch that is %d operations; applied to version %d they give %s."
                .formatted(
                        diff.patch().operations().size(),
                        latest.number() - 1,
                        patched.equals(diff.to()) ? "exactly version " + latest.number() : "something else"));
    }

    private void blame() {
        narrator.says(ana, "asks who chose the model, and when:");
        for (ValueChange change : ana.versions().blame(MODEL, Range.first(5)).items()) {
            narrator.row("version %d, %s by %s: %s → %s"
                    .formatted(
                            change.version().number(),
                            StoryClock.face(change.version().publishedAt()),
                            change.version().publishedBy().displayName(),
                            change.before().map(JsonValue::toJson).orElse("nothing"),
                            change.after().map(JsonValue::toJson).orElse("nothing")));
        }
    }
}
