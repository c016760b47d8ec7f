package dev.stet.storage;

import dev.stet.error.StetException;
import dev.stet.ref.AgentKey;

/**
 * A call outside of a transaction waits for that transaction, which the same thread has open: it could only have waited for
 * itself. Nothing was changed. Make the call through {@link dev.stet.Stet#within}, or end the transaction first.
 */
public final class OutsideTransactionException extends StetException {
    private static final long serialVersionUID = 1L;

    /** @param cause the failure by which the store noticed that something is in the way */
    public OutsideTransactionException(AgentKey key, Throwable cause) {
        super(
                "Agent " + key
                        + " was changed in a transaction of the host's that this thread joined and that is open: a"
                        + " call outside of it would wait for itself. Nothing was changed. Make the call through"
                        + " Stet.within, or end the transaction first.",
                cause);
    }
}
