package dev.stet.environment;

import dev.stet.error.StetException;

/** The environment is frozen: what it serves does not change until it is unfrozen. */
public final class EnvironmentFrozenException extends StetException {
    private static final long serialVersionUID = 1L;

    private final transient Freeze freeze;

    public EnvironmentFrozenException(String environment, Freeze freeze) {
        super("Environment '" + environment + "' must not be frozen, but "
                + freeze.by().id() + " froze it at " + freeze.at() + ": " + freeze.reason()
                + ". Unfreeze it, or publish without deploying.");
        this.freeze = freeze;
    }

    public Freeze freeze() {
        return freeze;
    }
}
