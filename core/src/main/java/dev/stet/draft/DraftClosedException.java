package dev.stet.draft;

import dev.stet.error.StetException;

/** The draft was published or discarded, and closed drafts do not change. Open another one from it, or from a version. */
public final class DraftClosedException extends StetException {
    private static final long serialVersionUID = 1L;

    private final transient Draft draft;

    public DraftClosedException(Draft draft) {
        super("Draft " + draft.id() + " must be open to change, but it is " + draft.status()
                + ". Open a new draft from it, or from a version.");
        this.draft = draft;
    }

    public Draft draft() {
        return draft;
    }
}
