package dev.stet.content;

import dev.stet.error.StetException;
import java.io.Serial;

/** An operation of a JSON Patch that is malformed or cannot be carried out; nothing of the patch was applied. */
public final class InvalidPatchException extends StetException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int operation;
    private final String at;

    InvalidPatchException(int operation, JsonPointer at, String detail) {
        super("operation " + operation + " of the patch: " + detail);
        this.operation = operation;
        this.at = at.toString();
    }

    /** Which operation of the patch, counted from 0. */
    public int operation() {
        return operation;
    }

    /**
     * Where: for an operation that cannot be carried out, the place in the target it failed at; for a malformed one,
     * the place in the patch document.
     */
    public JsonPointer at() {
        return JsonPointer.parse(at);
    }
}
