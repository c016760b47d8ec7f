package dev.stet.schema;

import dev.stet.error.StetException;
import java.io.Serial;

/** Ends a check from the inside; never leaves this package. */
final class StoppedException extends StetException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean costly;

    private StoppedException(String message, boolean costly) {
        super(message);
        this.costly = costly;
    }

    /** The work of the check has passed its bound. */
    static StoppedException tooCostly() {
        return new StoppedException("the check takes more work than one may", true);
    }

    /** There are more findings than are told. */
    static StoppedException tooMany() {
        return new StoppedException("there are more findings than are told", false);
    }

    boolean costly() {
        return costly;
    }
}
