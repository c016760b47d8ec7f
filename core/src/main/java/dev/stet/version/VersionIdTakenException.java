package dev.stet.version;

import dev.stet.error.StetException;
import dev.stet.ref.VersionId;

/** The id given for a new version is that of another version of the agent. Choose another one. */
public final class VersionIdTakenException extends StetException {
    private static final long serialVersionUID = 1L;

    public VersionIdTakenException(VersionId id, long version) {
        super("The version id must be new to its agent, but " + id + " is version " + version
                + " already. Give another id, or none to have one generated.");
    }
}
