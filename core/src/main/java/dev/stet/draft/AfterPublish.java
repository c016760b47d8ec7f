package dev.stet.draft;

/** What becomes of a draft that was published. */
public enum AfterPublish {
    /** It is closed. */
    CONSUME,
    /** It stays open, and the new version becomes its base. Its revision stays. */
    KEEP_REBASED,
    /** It is closed, and the next draft of the same name is opened from the new version in the same atomic step. */
    OPEN_NEXT
}
