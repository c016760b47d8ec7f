package dev.stet.storage.jdbc;

import java.sql.Types;
import java.util.Set;

/**
 * A column as the database has it.
 *
 * @param name its name in lower case
 * @param type what it holds, as one of {@link java.sql.Types}
 * @param typeName the same in the database's words
 * @param length how long its values may be, in characters or bytes
 * @param nullable whether a row may have nothing in it
 * @param mustBeGiven whether no row can be added without a value for it
 */
record Found(String name, int type, String typeName, int length, boolean nullable, boolean mustBeGiven) {
    /** Of texts that are compared in a way of their own: padded, or without regard to case. */
    private static final Set<String> PECULIAR = Set.of("bpchar", "citext", "CHAR", "CHARACTER", "VARCHAR_IGNORECASE");

    private static final Set<Integer> OF_A_LENGTH =
            Set.of(Types.CHAR, Types.VARCHAR, Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY);

    /** Whether it compares texts in a way of its type's own, whatever its collation. */
    boolean isPeculiarText() {
        return PECULIAR.contains(typeName) || type == Types.DISTINCT;
    }

    /** Its type as it is shown: with its length, where that is one that somebody chose. */
    String shown() {
        return OF_A_LENGTH.contains(type) && length < 1_000_000_000 ? typeName + "(" + length + ")" : typeName;
    }
}
