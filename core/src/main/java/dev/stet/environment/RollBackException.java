package dev.stet.environment;

import dev.stet.error.StetException;

/** There is nothing to go back to: the environment never served what was asked for, or served nothing before. */
public final class RollBackException extends StetException {
    private static final long serialVersionUID = 1L;

    public RollBackException(String environment, String found) {
        super("A rollback of '" + environment + "' must lead to a version it served before, but " + found
                + ". Choose one from the environment's history.");
    }
}
