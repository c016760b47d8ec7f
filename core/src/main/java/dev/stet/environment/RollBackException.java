package dev.stet.environment;

import dev.stet.error.StetException;

/**
 * There is nothing to go back to: the environment never served what was asked for, served nothing before, or what it
 * served was dropped by retention.
 */
public final class RollBackException extends StetException {
    private static final long serialVersionUID = 1L;

    /** For an earlier deployment whose version retention has dropped since. */
    public static RollBackException dropped(Deployment earlier) {
        return new RollBackException(
                earlier.environment(),
                "version " + earlier.version().orElseThrow() + ", which deployment " + earlier.number()
                        + " put there, was dropped by retention");
    }

    public RollBackException(String environment, String found) {
        super("A rollback of '" + environment + "' must lead to a version it served before, but " + found
                + ". Choose one from the environment's history.");
    }
}
