package dev.stet.storage.jdbc;

import dev.stet.error.StetException;

/** The tables were made by an older release of Stet, and have to be migrated before this one can use them. */
public final class OlderFormatException extends StetException {
    private static final long serialVersionUID = 1L;

    private final int found;

    OlderFormatException(int expected, int found) {
        super("The tables must be of format " + expected + ", but they are of the older format " + found
                + ". Migrate them as the change log of this release says.");
        this.found = found;
    }

    /** The format that the tables are of. */
    public int found() {
        return found;
    }
}
