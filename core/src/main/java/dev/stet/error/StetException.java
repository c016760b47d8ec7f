package dev.stet.error;

import dev.stet.shown.Shown;
import java.io.Serial;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The root of every refusal and failure of Stet.
 *
 * <p>Each subclass carries what a program needs to react; the message says the same to a person: what was
 * expected, what was found, where, and what can be done now. It stands on one line, whatever a caller gave: a character that
 * would break the line, steer a terminal, turn the direction of reading or not be seen is written as an escape.
 */
public abstract class StetException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * A refusal that no other failure led to.
     *
     * @param message what was expected, what was found, where, and what can be done now
     */
    protected StetException(String message) {
        super(Shown.line(message));
    }

    /**
     * A failure that another one led to, or may have led to.
     *
     * @param message what was expected, what was found, where, and what can be done now
     * @param cause the failure behind this one, if there is one
     */
    protected StetException(String message, @Nullable Throwable cause) {
        super(Shown.line(message), cause);
    }

    /** What was expected, what was found, where, and what can be done now. Never absent. */
    @Override
    public final String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
