package dev.stet.environment;

import dev.stet.error.StetException;

/** The environment serves nothing, so there is nothing to resolve or promote. Deploy or promote a version into it. */
public final class NothingServedException extends StetException {
    private static final long serialVersionUID = 1L;

    public NothingServedException(String environment, String agent) {
        super("Environment '" + environment + "' of agent " + agent
                + " must serve a version for this, but it serves none. Deploy or promote a version into it first.");
    }
}
