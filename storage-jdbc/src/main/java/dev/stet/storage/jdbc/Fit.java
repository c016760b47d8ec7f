package dev.stet.storage.jdbc;

import dev.stet.storage.Column;
import dev.stet.storage.jdbc.Layout.Stored;
import java.sql.Types;
import java.util.Locale;
import java.util.Set;

/** Whether a column that is there takes all values of one that is expected, and returns them as they were. */
enum Fit {
    /** It does. */
    GOOD,
    /** It takes some, and can be made to take all. */
    NARROW,
    /** It holds something else. */
    OTHER;

    private static final Set<Integer> TEXTS = Set.of(Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB);
    private static final Set<Integer> BYTES = Set.of(Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB);
    private static final Set<Integer> SMALL_NUMBERS = Set.of(Types.INTEGER, Types.SMALLINT, Types.TINYINT);
    private static final Set<String> FLAGS_OF_POSTGRESQL = Set.of("bool");

    static Fit of(Dialect dialect, Stored expected, Found found) {
        return switch (dialect) {
            case SQLITE -> good(Affinity.of(found).holds(expected.column().type()));
            case POSTGRESQL -> ofPostgresql(expected, found);
            case H2, MARIADB -> ofType(dialect, expected, found);
        };
    }

    private static Fit ofPostgresql(Stored expected, Found found) {
        return switch (expected.column().type()) {
            case FLAG -> good(FLAGS_OF_POSTGRESQL.contains(found.typeName()));
            case BYTES, HASH -> good(found.typeName().equals("bytea"));
            case TEXT, NUMBER -> ofType(Dialect.POSTGRESQL, expected, found);
        };
    }

    private static Fit ofType(Dialect dialect, Stored expected, Found found) {
        long length = new DdlWords(dialect).length(expected);
        return switch (expected.column().type()) {
            case TEXT -> {
                boolean text = TEXTS.contains(found.type()) || found.isPeculiarText();
                yield text ? longEnough(found.isPeculiarText() || found.length() >= length) : OTHER;
            }
            case NUMBER -> number(found);
            case FLAG ->
                good(found.type() == Types.BOOLEAN || found.type() == Types.BIT || found.type() == Types.TINYINT);
            case HASH -> {
                // One of another length would pad what it returns.
                boolean padsNothing = found.type() == Types.BINARY && found.length() == Column.HASH_BYTES;
                yield padsNothing ? GOOD : bytes(found, Column.HASH_BYTES);
            }
            case BYTES -> bytes(found, length);
        };
    }

    private static Fit number(Found found) {
        if (found.type() == Types.BIGINT) {
            return longEnough(!found.typeName().toUpperCase(Locale.ROOT).contains("UNSIGNED"));
        }
        return SMALL_NUMBERS.contains(found.type()) ? NARROW : OTHER;
    }

    private static Fit bytes(Found found, long length) {
        return BYTES.contains(found.type()) ? longEnough(found.length() >= length) : OTHER;
    }

    private static Fit good(boolean good) {
        return good ? GOOD : OTHER;
    }

    private static Fit longEnough(boolean enough) {
        return enough ? GOOD : NARROW;
    }

    /** What SQLite makes of a value that is written to a column, by the name of the column's type. */
    private enum Affinity {
        INTEGER,
        TEXT,
        BLOB,
        REAL,
        NUMERIC;

        static Affinity of(Found found) {
            String type = found.typeName().toUpperCase(Locale.ROOT);
            if (type.contains("INT")) {
                return INTEGER;
            }
            if (type.contains("CHAR") || type.contains("CLOB") || type.contains("TEXT")) {
                return TEXT;
            }
            if (type.contains("BLOB") || type.isEmpty()) {
                return BLOB;
            }
            return type.contains("REAL") || type.contains("FLOA") || type.contains("DOUB") ? REAL : NUMERIC;
        }

        boolean holds(Column.Type type) {
            return switch (type) {
                case TEXT -> this == TEXT;
                case NUMBER -> this == INTEGER;
                case FLAG -> this == INTEGER || this == NUMERIC;
                case BYTES, HASH -> this == BLOB;
            };
        }
    }
}
