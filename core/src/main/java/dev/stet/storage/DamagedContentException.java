package dev.stet.storage;

import dev.stet.content.ContentHash;
import dev.stet.error.StetException;

/** A stored content is not what was stored. Nothing of it is handed out; restore the database from a backup. */
public final class DamagedContentException extends StetException {
    private static final long serialVersionUID = 1L;

    private final transient ContentHash hash;

    public DamagedContentException(String agent, ContentHash hash, String found) {
        super("The content " + hash + " of agent " + agent + " must read as it was stored, but " + found
                + ". Restore it from a backup.");
        this.hash = hash;
    }

    public ContentHash hash() {
        return hash;
    }
}
