package dev.stet.version;

import dev.stet.input.Given;
import java.util.Optional;

/** Which versions a list shows: those that meet every condition that is present. */
public record VersionFilter(Optional<Boolean> pinned, Optional<Boolean> archived, Optional<String> label) {
    public VersionFilter {
        Given.the("pin", pinned);
        Given.the("archive", archived);
        Given.sought("label", label);
    }

    /** Every version, archived ones included. */
    public static VersionFilter all() {
        return new VersionFilter(Optional.empty(), Optional.empty(), Optional.empty());
    }

    public VersionFilter pinned(boolean given) {
        return new VersionFilter(Optional.of(given), archived, label);
    }

    public VersionFilter archived(boolean given) {
        return new VersionFilter(pinned, Optional.of(given), label);
    }

    /** Those with exactly this label. */
    public VersionFilter label(String given) {
        return new VersionFilter(pinned, archived, Given.chosen("label", given));
    }

    /** Whether a version meets every condition. */
    public boolean accepts(Version version) {
        return pinned.map(wanted -> wanted == version.pinned()).orElse(true)
                && archived.map(wanted -> wanted == version.archived()).orElse(true)
                && label.map(wanted -> wanted.equals(version.label())).orElse(true);
    }
}
