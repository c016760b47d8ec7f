package dev.stet.storage.jdbc;

import dev.stet.storage.Column;
import dev.stet.storage.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A way in which a table can be otherwise than it should be: each is made of everything in a table that it can be made of. */
enum Fault {
    /** Columns that a row may have nothing in are missing, and with them the indexes that they are in. */
    OPTIONAL_COLUMN_MISSING {
        @Override
        TableText in(TableText text, Table table, Dialect dialect) {
            List<String> optional = table.columns().stream()
                    .filter(column -> !column.required())
                    .map(Column::name)
                    .toList();
            return text.withColumns(column -> Stream.of(column).filter(kept -> !optional.contains(kept.name())))
                    .withIndexes(index ->
                            Stream.of(index).filter(kept -> optional.stream().noneMatch(kept::isOf)));
        }
    },
    COLUMN_MISSING {
        @Override
        TableText in(TableText text, Table table, Dialect dialect) {
            List<String> keyed = keyed(table);
            return text.withColumns(column -> Stream.of(column).filter(kept -> keyed.contains(kept.name())))
                    .withIndexes(index -> Stream.of(index)
                            .filter(kept -> kept.parts().stream().allMatch(part -> keyed.contains(column(part)))));
        }

        @Override
        boolean keepsRows(Dialect dialect) {
            return false;
        }
    },
    /** Numbers in place of texts and bytes, and texts in place of all others. */
    OTHER_TYPE {
        @Override
        TableText in(TableText text, Table table, Dialect dialect) {
            return text.withColumns(column -> Stream.of(column.withType(
                    column.type().matches(".*(CHAR|TEXT|BLOB|BYTEA|BINARY).*") ? "BIGINT" : "VARCHAR(9)")));
        }

        @Override
        boolean keepsRows(Dialect dialect) {
            return false;
        }
    },
    /** A little shorter than it has to be. */
    NARROW {
        @Override
        TableText in(TableText text, Table table, Dialect dialect) {
            return text.withColumns(column -> Stream.of(column.withType(narrow(dialect, column.type()))));
        }
    },
    /** Bytes of a fixed length, which are returned longer than they were. */
    PADDED {
        @Override
        TableText in(TableText text, Table table, Dialect dialect) {
            return text.withColumns(column ->
                    Stream.of(column.withType(column.type().equals("BINARY(32)") ? "BINARY(40)" : column.type())));
        }

        @Override
        boolean keepsRows(Dialect dialect) {
            return false;
        }
    },
    /** Required where it may be empty, and the other way round. */
    NULLS {
        @Override
        TableText in(TableText text, Table table, Dialect dialect) {
            return text.withColumns(column -> Stream.of(
                    text.key().contains(column.name())
                            ? column
                            : new TableText.Column(column.name(), column.type(), !column.required())));
        }

        @Override
        boolean keepsRows(Dialect dialect) {
            return dialect != Dialect.SQLITE;
        }
    },
    COLLATION {
        @Override
        TableText in(TableText text, Table table, Dialect dialect) {
            return text.withColumns(column -> Stream.of(column.withType(collated(dialect, column.type()))));
        }

        @Override
        boolean keepsRows(Dialect dialect) {
            return dialect != Dialect.SQLITE;
        }

        @Override
        boolean mixesTextsUp() {
            return true;
        }
    },
    INDEX_MISSING {
        @Override
        TableText in(TableText text, Table table, Dialect dialect) {
            return text.withIndexes(index -> Stream.empty());
        }
    },
    INDEX_UNIQUENESS {
        @Override
        TableText in(TableText text, Table table, Dialect dialect) {
            return text.withIndexes(index -> Stream.of(new TableText.Index(
                    !index.unique(), index.name(), index.table(), index.parts(), index.condition())));
        }
    },
    INDEX_SHORT {
        @Override
        TableText in(TableText text, Table table, Dialect dialect) {
            return text.withIndexes(index -> Stream.of(
                    index.withParts(index.parts().subList(0, index.parts().size() - 1))));
        }
    },
    INDEX_ORDER {
        @Override
        TableText in(TableText text, Table table, Dialect dialect) {
            return text.withIndexes(index -> {
                List<String> parts = new ArrayList<>(index.parts());
                parts.add(0, parts.remove(parts.size() - 1));
                return Stream.of(index.withParts(parts));
            });
        }
    },
    INDEX_DIRECTION {
        @Override
        TableText in(TableText text, Table table, Dialect dialect) {
            return text.withIndexes(index -> {
                List<String> parts = new ArrayList<>(index.parts());
                String last = parts.remove(parts.size() - 1);
                parts.add(last.endsWith(" DESC") ? column(last) : last + " DESC");
                return Stream.of(index.withParts(parts));
            });
        }
    },
    INDEX_OF_SOME_ROWS {
        @Override
        TableText in(TableText text, Table table, Dialect dialect) {
            return dialect.indexesPartly()
                    ? text.withIndexes(index -> Stream.of(new TableText.Index(
                            index.unique(), index.name(), index.table(), index.parts(), "workspace <> 'acme'")))
                    : text;
        }
    },
    KEY_SHORT {
        @Override
        TableText in(TableText text, Table table, Dialect dialect) {
            return text.key().isEmpty()
                    ? text
                    : text.withKey(text.key().subList(0, text.key().size() - 1));
        }

        @Override
        boolean keepsRows(Dialect dialect) {
            return dialect != Dialect.SQLITE;
        }
    },
    KEY_MISSING {
        @Override
        TableText in(TableText text, Table table, Dialect dialect) {
            return text.withKey(List.of());
        }

        @Override
        boolean keepsRows(Dialect dialect) {
            return dialect != Dialect.SQLITE;
        }
    };

    private static final Pattern LENGTH = Pattern.compile("\\((\\d+)\\)");

    private static final Map<Dialect, Map<String, String>> NARROWER = Map.of(
            Dialect.H2,
            Map.of(
                    "VARCHAR_CASESENSITIVE", "VARCHAR_CASESENSITIVE(1000)",
                    "BINARY LARGE OBJECT", "BINARY LARGE OBJECT(1000)",
                    "BINARY(32)", "BINARY VARYING(16)"),
            Dialect.SQLITE,
            Map.of(),
            Dialect.POSTGRESQL,
            Map.of("TEXT COLLATE \"C\"", "VARCHAR(1000) COLLATE \"C\""),
            Dialect.MARIADB,
            Map.of("MEDIUMTEXT", "TEXT", "LONGBLOB", "MEDIUMBLOB", "BINARY(32)", "VARBINARY(16)"));

    /** The table with the fault; as it was where there is nothing in it that could have it. */
    abstract TableText in(TableText text, Table table, Dialect dialect);

    /** Whether statements put it right that keep the rows. */
    boolean keepsRows(Dialect dialect) {
        return true;
    }

    /** Whether nobody may be allowed to live with it. */
    boolean mixesTextsUp() {
        return false;
    }

    private static List<String> keyed(Table table) {
        return table.key().parts().stream().map(part -> part.column().name()).toList();
    }

    static String column(String part) {
        return part.replace(" DESC", "");
    }

    private static String narrow(Dialect dialect, String type) {
        if (dialect == Dialect.SQLITE) {
            return type;
        }
        if (type.equals("BIGINT")) {
            return "INTEGER";
        }
        String other = NARROWER.get(dialect).get(type);
        if (other != null) {
            return other;
        }
        return LENGTH.matcher(type).replaceAll(length -> "(" + (Integer.parseInt(length.group(1)) - 1) + ")");
    }

    private static String collated(Dialect dialect, String type) {
        boolean text = type.contains("CHAR") || type.contains("TEXT");
        if (!text) {
            return type;
        }
        return switch (dialect) {
            case H2 -> type.replace("VARCHAR_CASESENSITIVE", "VARCHAR_IGNORECASE");
            case SQLITE -> type + " DEFAULT ('a,b') COLLATE NOCASE";
            case POSTGRESQL -> type.replace("\"C\"", "\"en-x-icu\"");
            case MARIADB -> type + " COLLATE utf8mb4_general_ci";
        };
    }
}
