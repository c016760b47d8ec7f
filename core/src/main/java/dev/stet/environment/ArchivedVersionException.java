package dev.stet.environment;

import dev.stet.error.StetException;

/** Archived versions are not deployed. Take the version out of the archive, or choose another one. */
public final class ArchivedVersionException extends StetException {
    private static final long serialVersionUID = 1L;

    private final long version;

    public ArchivedVersionException(long version) {
        super("A version must not be archived to be deployed, but version " + version
                + " is. Take it out of the archive first.");
        this.version = version;
    }

    public long version() {
        return version;
    }
}
