package dev.stet.page;

/** What became of a change of a config page. */
public sealed interface PageOutcome {
    /** The page after it. */
    ConfigPage page();

    /** The page changed, and holds at once. */
    record Changed(ConfigPage page) implements PageOutcome {}

    /** The page already was like that: nothing changed, and its revision is what it was. */
    record Unchanged(ConfigPage page) implements PageOutcome {}
}
