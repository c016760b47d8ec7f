package dev.stet.storage;

import dev.stet.error.StetException;

/**
 * A call outside of a transaction waits for that transaction, which the same thread has open: it could only have waited for
 * itself. Nothing was changed. Make the call through {@link dev.stet.Stet#within}, or end the transaction first.
 */
public final class OutsideTransactionException extends StetException {
    private static final long serialVersionUID = 1L;

    /**
     * @param head the key of the head
     * @param cause the failure by which the store noticed that something is in the way
     */
    public OutsideTransactionException(Key head, Throwable cause) {
        super(
                "The " + head
                        + " was changed in a transaction of the host's that this thread joined and that is open: a"
                        + " call outside of it would wait for itself. Nothing was changed. Make the call through"
                        + " Stet.within, or end the transaction first.",
                cause);
    }
}
