package dev.stet.examples;

import dev.stet.version.Version;

/** What became of one file of an import. */
sealed interface ImportStep {
    /** It said something new. */
    record NewVersion(Version version) implements ImportStep {}

    /** An earlier import has brought it. */
    record AlreadyThere(Version version) implements ImportStep {}

    /**
     * It said what the version before it says.
     *
     * @param sameBytes whether it was spelled the same, too
     */
    record Unchanged(Version version, boolean sameBytes) implements ImportStep {}

    /**
     * It was not imported.
     *
     * @param why in the words of what refused it
     */
    record Refused(String why) implements ImportStep {}
}
