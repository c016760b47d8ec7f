package dev.stet.pattern;

import dev.stet.error.StetException;
import java.io.Serial;

/** Ends the reading of a pattern from the inside; never leaves this package. */
final class UnreadableException extends StetException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** @param found what is there, where, and what can be done about it */
    UnreadableException(String found) {
        super(found);
    }
}
