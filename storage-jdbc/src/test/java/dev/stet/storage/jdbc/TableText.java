package dev.stet.storage.jdbc;

import dev.stet.storage.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The statements that make a table, taken apart so that they can be changed.
 *
 * @param begin up to the columns
 * @param columns in their order
 * @param key the columns of the primary key; none where there is none
 * @param end what comes after the columns
 * @param indexes in their order
 */
record TableText(String begin, List<Column> columns, List<String> key, String end, List<Index> indexes) {
    private static final Pattern TABLE = Pattern.compile("(?s)(CREATE TABLE [^(]*)\\(\n(.*)\n\\)(.*)");
    private static final Pattern COLUMN = Pattern.compile("    (\\w+) +(.+?)( NOT NULL)?,?");
    private static final Pattern KEY = Pattern.compile("    PRIMARY KEY \\((.*)\\)");
    private static final Pattern INDEX =
            Pattern.compile("CREATE (UNIQUE )?INDEX IF NOT EXISTS (\\S+) ON (\\S+) \\((.*?)\\)(?: WHERE (.*))?");

    record Column(String name, String type, boolean required) {
        Column withType(String other) {
            return new Column(name, other, required);
        }

        @Override
        public String toString() {
            return name + " " + type + (required ? " NOT NULL" : "");
        }
    }

    /** @param parts the columns with their directions */
    record Index(boolean unique, String name, String table, List<String> parts, String condition) {
        Index withParts(List<String> others) {
            return new Index(unique, name, table, others, condition);
        }

        boolean isOf(String column) {
            return parts.stream().anyMatch(part -> part.equals(column) || part.startsWith(column + " "));
        }

        @Override
        public String toString() {
            return "CREATE " + (unique ? "UNIQUE " : "") + "INDEX " + name + " ON " + table + " ("
                    + String.join(", ", parts) + ")" + (condition.isEmpty() ? "" : " WHERE " + condition);
        }
    }

    static TableText of(Schema schema, Table table) {
        List<String> statements =
                new Ddl(schema.dialect(), schema.catalogue(), schema.prefix(), schema.prefix()).statements(table);
        Matcher create = matched(TABLE, statements.get(0));
        List<Column> columns = new ArrayList<>();
        List<String> key = new ArrayList<>();
        for (String line : create.group(2).split("\n", -1)) {
            if (line.startsWith("    PRIMARY KEY")) {
                key.addAll(List.of(matched(KEY, line).group(1).split(", ")));
            } else {
                Matcher column = matched(COLUMN, line);
                columns.add(new Column(column.group(1), column.group(2), column.group(3) != null));
            }
        }
        List<Index> indexes = statements.stream().skip(1).map(TableText::index).toList();
        return new TableText(create.group(1), columns, key, create.group(3), indexes);
    }

    private static Index index(String statement) {
        Matcher index = matched(INDEX, statement);
        return new Index(
                index.group(1) != null,
                index.group(2),
                index.group(3),
                List.of(index.group(4).split(", ")),
                index.group(5) == null ? "" : index.group(5));
    }

    private static Matcher matched(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new AssertionError(text + " is not of the form " + pattern);
        }
        return matcher;
    }

    /** With each column as the function says: several, one, or none. */
    TableText withColumns(Function<Column, Stream<Column>> change) {
        return new TableText(begin, columns.stream().flatMap(change).toList(), key, end, indexes);
    }

    /** The same for indexes. */
    TableText withIndexes(Function<Index, Stream<Index>> change) {
        return new TableText(
                begin, columns, key, end, indexes.stream().flatMap(change).toList());
    }

    TableText withKey(List<String> other) {
        return new TableText(begin, columns, other, other.isEmpty() ? end.replace(" WITHOUT ROWID", "") : end, indexes);
    }

    List<String> statements() {
        Stream<String> lines = Stream.concat(
                columns.stream().map(Column::toString),
                key.isEmpty() ? Stream.empty() : Stream.of("PRIMARY KEY (" + String.join(", ", key) + ")"));
        String create = lines.collect(Collectors.joining(", ", begin + "(", ")")) + end;
        return Stream.concat(Stream.of(create), indexes.stream().map(Index::toString))
                .toList();
    }
}
