package dev.stet.storage;

import dev.stet.error.StetException;
import org.jspecify.annotations.Nullable;

/**
 * The thread was interrupted before the call was done, and is marked as interrupted again. Nothing was changed; in a
 * transaction of the host's, roll that back. A change that was done before the interrupt was seen returns its outcome
 * instead, and one of which nobody knows throws {@link OutcomeUnknownException}.
 */
public final class InterruptedCallException extends StetException {
    private static final long serialVersionUID = 1L;

    /**
     * @param doing what the call did, as in "changing agent w/desk"
     * @param cause the failure by which the interrupt was noticed, if it was one
     */
    public InterruptedCallException(String doing, @Nullable Throwable cause) {
        super("The thread was interrupted when " + doing + ". Nothing was changed; call again.", cause);
    }
}
