package dev.stet.storage.jdbc;

import java.sql.Types;
import java.util.Set;

/**
 * One column of a {@link Table}.
 *
 * @param name its name in SQL
 * @param kind what it holds
 */
record Column(String name, Kind kind) {
    /** What columns hold, and as which of {@link Types} drivers may report that. */
    enum Kind {
        TEXT(Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB),
        NUMBER(Types.BIGINT, Types.INTEGER),
        FLAG(Types.BOOLEAN, Types.BIT, Types.TINYINT, Types.INTEGER),
        BYTES(Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB);

        @SuppressWarnings("ImmutableEnumChecker") // Unmodifiable.
        private final Set<Integer> types;

        Kind(Integer... types) {
            this.types = Set.of(types);
        }

        boolean reportedAs(int type) {
            return types.contains(type);
        }
    }
}
