package dev.stet.draft;

import dev.stet.error.StetException;
import dev.stet.ref.DraftRef;

/** The draft was saved by somebody since the caller read it. Nothing was written; nobody's edit is lost. */
public final class StaleDraftException extends StetException {
    private static final long serialVersionUID = 1L;

    private final transient DraftRef expected;
    private final transient Draft actual;

    public StaleDraftException(DraftRef expected, Draft actual) {
        super("Draft " + expected.id() + " was expected at revision " + expected.revision() + ", but "
                + actual.updatedBy().id() + " brought it to revision " + actual.revision() + " at "
                + actual.updatedAt() + ". Read the revisions since, and save on top of the latest.");
        this.expected = expected;
        this.actual = actual;
    }

    public DraftRef expected() {
        return expected;
    }

    /** The draft as it is. */
    public Draft actual() {
        return actual;
    }
}
