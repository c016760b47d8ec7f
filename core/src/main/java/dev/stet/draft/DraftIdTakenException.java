package dev.stet.draft;

import dev.stet.error.StetException;
import dev.stet.ref.DraftId;

/** The id given for a new draft is that of another draft of the agent, open or closed. Choose another one. */
public final class DraftIdTakenException extends StetException {
    private static final long serialVersionUID = 1L;

    public DraftIdTakenException(DraftId id) {
        super("The draft id must be new to its agent, but there is a draft " + id
                + " already. Give another id, or none to have one generated.");
    }
}
