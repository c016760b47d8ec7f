package dev.stet.storage.jdbc;

import dev.stet.error.StetException;
import java.util.List;

/**
 * The tables are not as this release of Stet needs them, or not where they were looked for. The message ends with what puts
 * that right.
 */
public final class SchemaMismatchException extends StetException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> differences;

    SchemaMismatchException(String where, List<String> differences, String advice) {
        super("The tables of Stet (" + where + ") must be as Schema.ddl() makes them, but "
                + String.join("; ", differences) + ". " + advice);
        this.differences = List.copyOf(differences);
    }

    SchemaMismatchException(String where, List<String> differences, String advice, Throwable cause) {
        this(where, differences, advice);
        initCause(cause);
    }

    /** What is missing, or is otherwise than expected, one by one, in words. */
    public List<String> differences() {
        return differences;
    }
}
