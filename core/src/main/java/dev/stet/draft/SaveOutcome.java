package dev.stet.draft;

/** What became of a save. */
public sealed interface SaveOutcome {
    /** The draft after the save. */
    Draft draft();

    /** The content changed: the draft has a new revision. */
    record Saved(Draft draft, DraftRevision revision) implements SaveOutcome {}

    /** The content already was like that: nothing changed, and the draft's revision is what it was. */
    record Unchanged(Draft draft) implements SaveOutcome {}
}
