package dev.stet.storage.jdbc;

import dev.stet.error.StetException;
import java.util.List;

/**
 * The tables are not as this release of Stet needs them. Open the store with {@link SchemaMode#CREATE}, or make them with
 * the statements of {@link Schema#ddl()}.
 */
public final class SchemaMismatchException extends StetException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> differences;

    SchemaMismatchException(String where, List<String> differences) {
        super("The tables of Stet (" + where + ") must be as Schema.ddl() makes them, but "
                + String.join("; ", differences) + ". Open the store with SchemaMode.CREATE, or run that DDL.");
        this.differences = List.copyOf(differences);
    }

    /** What is missing, or is otherwise than expected, one by one, in words. */
    public List<String> differences() {
        return differences;
    }
}
