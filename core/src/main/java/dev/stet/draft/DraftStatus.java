package dev.stet.draft;

/** Where a draft stands. Only open drafts change; a draft that was closed stays closed. */
public enum DraftStatus {
    OPEN,
    /** Closed by being published. */
    PUBLISHED,
    DISCARDED
}
