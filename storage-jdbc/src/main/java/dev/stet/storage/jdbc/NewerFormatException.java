package dev.stet.storage.jdbc;

import dev.stet.error.StetException;

/** The tables were written by a newer release of Stet than this one, which must not touch them. */
public final class NewerFormatException extends StetException {
    private static final long serialVersionUID = 1L;

    private final int found;

    NewerFormatException(int expected, int found) {
        super("The tables must be of format " + expected + ", but a newer Stet wrote them in format " + found
                + ". Use that release or a later one here, too.");
        this.found = found;
    }

    /** The format that the tables are of. */
    public int found() {
        return found;
    }
}
