package dev.stet.storage;

import dev.stet.content.ContentHash;
import dev.stet.error.StetException;
import java.util.OptionalLong;

/**
 * A stored content is not what was stored: it, or one that it builds on, is missing or damaged. Nothing of it is handed
 * out; restore the database from a backup.
 */
public final class DamagedContentException extends StetException {
    private static final long serialVersionUID = 1L;

    private final String agent;
    private final transient ContentHash hash;
    private final transient OptionalLong version;
    private final String found;

    public DamagedContentException(String agent, ContentHash hash, String found) {
        this(agent, hash, OptionalLong.empty(), found);
    }

    private DamagedContentException(String agent, ContentHash hash, OptionalLong version, String found) {
        super("The content " + hash + " of "
                + (version.isPresent() ? "version " + version.getAsLong() + " of agent " : "agent ") + agent
                + " must read as it was stored, but " + found + ". Restore it from a backup.");
        this.agent = agent;
        this.hash = hash;
        this.version = version;
        this.found = found;
    }

    /** The same, where it is known to be the snapshot of a version. */
    public DamagedContentException inVersion(long number) {
        return new DamagedContentException(agent, hash, OptionalLong.of(number), found);
    }

    public ContentHash hash() {
        return hash;
    }

    /** The version whose snapshot it is, where it was read as such. */
    public OptionalLong version() {
        return version;
    }
}
