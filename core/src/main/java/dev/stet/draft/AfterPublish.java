package dev.stet.draft;

/** What becomes of a draft that was published. */
public enum AfterPublish {
    /** It is closed. */
    CONSUME,
    /** It stays open at its revision, and its lineage begins anew with the new version as its base. */
    KEEP_REBASED,
    /** It is closed, and the next draft of the same name is opened from the new version in the same atomic step. */
    OPEN_NEXT
}
