package dev.stet.storage;

/**
 * The store was lost while it made a change: the change is there whole, or not at all, and nobody knows which yet. Call
 * again with the same request id: the answer is the first outcome if there was one.
 */
public final class OutcomeUnknownException extends StorageException {
    private static final long serialVersionUID = 1L;

    public OutcomeUnknownException(String message, Throwable cause) {
        super(message, cause);
    }
}
