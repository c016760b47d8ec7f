package dev.stet.version;

import dev.stet.error.StetException;

/** Only drafts can be published, and this is published already. */
public final class AlreadyPublishedException extends StetException {
    private static final long serialVersionUID = 1L;

    private final long version;

    /**
     * @param found what was to be published, as {@code "draft d-1"}
     * @param version the version it is
     */
    public AlreadyPublishedException(String found, long version) {
        super("Only an open draft can be published, but " + found + " is published already, as version " + version
                + ". Deploy or promote that version, or open a new draft.");
        this.version = version;
    }

    /** The version it was published as. */
    public long version() {
        return version;
    }
}
