package dev.stet.storage;

import dev.stet.error.StetException;
import dev.stet.ref.AgentKey;

/** Others kept changing the same agent, and the change lost the race every time. Nothing was changed; call again later. */
public final class ContentionException extends StetException {
    private static final long serialVersionUID = 1L;

    private final int attempts;

    public ContentionException(AgentKey key, int attempts) {
        super("Agent " + key + " was changed by others during each of " + attempts
                + " attempts. Nothing was changed; call again later.");
        this.attempts = attempts;
    }

    public int attempts() {
        return attempts;
    }
}
