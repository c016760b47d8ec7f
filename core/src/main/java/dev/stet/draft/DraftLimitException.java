package dev.stet.draft;

import dev.stet.error.StetException;

/** The host's policy allows one open draft per agent, and one is open. Use it, publish it or discard it. */
public final class DraftLimitException extends StetException {
    private static final long serialVersionUID = 1L;

    private final transient Draft open;

    public DraftLimitException(Draft open) {
        super("Only one draft of an agent may be open here, and draft " + open.id() + " of "
                + open.createdBy().id() + " is. Go on with it, publish it or discard it.");
        this.open = open;
    }

    /** The draft that is open. */
    public Draft open() {
        return open;
    }
}
