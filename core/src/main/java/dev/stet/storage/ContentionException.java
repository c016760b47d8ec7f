package dev.stet.storage;

import dev.stet.error.StetException;
import dev.stet.ref.AgentKey;

/**
 * Others changed the same rows meanwhile. Nothing was changed; call again, or, where the call was joined to a transaction
 * of the host's, roll that back and do it again from its beginning.
 */
public final class ContentionException extends StetException {
    private static final long serialVersionUID = 1L;

    private final int attempts;

    public ContentionException(AgentKey key, int attempts) {
        super("Agent " + key + " was changed by others during each of " + attempts
                + " attempts. Nothing was changed; call again later.");
        this.attempts = attempts;
    }

    /**
     * For stores: a read or a change of theirs gave way to another transaction, as in a deadlock or a serialization
     * failure.
     */
    public ContentionException(String message, Throwable cause) {
        super(message, cause);
        this.attempts = 1;
    }

    /** How often the change was attempted. */
    public int attempts() {
        return attempts;
    }
}
