package dev.stet.environment;

import dev.stet.error.StetException;

/** The environment is frozen: what it serves does not change until it is unfrozen. */
public final class EnvironmentFrozenException extends StetException {
    private static final long serialVersionUID = 1L;

    private final transient Freeze freeze;

    public EnvironmentFrozenException(String environment, Freeze freeze) {
        super("Nothing moves in environment '" + environment + "' while it is frozen, and "
                + freeze.by().id() + " froze it at " + freeze.at() + ": " + freeze.reason()
                + ". Unfreeze it first, or publish without deploying.");
        this.freeze = freeze;
    }

    public Freeze freeze() {
        return freeze;
    }
}
