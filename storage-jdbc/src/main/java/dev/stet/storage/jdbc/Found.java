package dev.stet.storage.jdbc;

import java.sql.Types;
import java.util.Set;

/**
 * A column as the database has it.
 *
 * @param name its name in lower case
 * @param type what it holds, as one of {@link java.sql.Types}
 * @param typeName the same in the database's words
 * @param mustBeGiven whether no row can be added without a value for it
 */
record Found(String name, int type, String typeName, boolean mustBeGiven) {
    /** Of texts that are compared in a way of their own: padded, or without regard to case. */
    private static final Set<String> PECULIAR = Set.of("bpchar", "citext", "CHAR", "CHARACTER", "VARCHAR_IGNORECASE");

    boolean holds(Column.Kind kind) {
        // The driver of SQLite has no type for BLOB.
        return kind.reportedAs(type) || (kind == Column.Kind.BYTES && typeName.equals("BLOB"));
    }

    /** Whether it compares texts in a way of its type's own, whatever its collation. */
    boolean isPeculiarText() {
        return PECULIAR.contains(typeName) || type == Types.DISTINCT;
    }
}
