package dev.stet.storage.jdbc;

import dev.stet.storage.Catalogue;
import dev.stet.storage.Table;
import dev.stet.storage.jdbc.Layout.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The statements that make the tables of a catalogue. Each makes nothing where its table or index is there already.
 *
 * @param dialect for which database
 * @param catalogue which tables
 * @param before comes before the name of each table
 * @param prefix what the name of each begins with
 */
record Ddl(Dialect dialect, Catalogue catalogue, String before, String prefix) {
    static final String FORMAT = "format";

    /** All of them, in their order. The last one tells of the format, when everything else is there. */
    List<String> statements() {
        List<String> all = new ArrayList<>();
        catalogue.tables().forEach(table -> all.addAll(statements(table)));
        all.addAll(format());
        return List.copyOf(all);
    }

    /** Those of one table and its indexes. */
    List<String> statements(Table table) {
        List<String> all = new ArrayList<>();
        all.add(create(table));
        StoredIndex.of(table, dialect).stream()
                .filter(index -> !index.primary())
                .forEach(index -> all.add(create(table, index)));
        return all;
    }

    /** That of an index which is no primary key. */
    String create(Table table, StoredIndex index) {
        return "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX IF NOT EXISTS " + name(index) + " ON " + before
                + table.name() + " " + index.columns()
                + (index.filled().isEmpty() ? "" : " WHERE " + index.condition());
    }

    /** On H2 an index is made in the schema that it is named with; elsewhere beside its table, and cannot be. */
    private String name(StoredIndex index) {
        return (dialect == Dialect.H2 ? before : prefix) + index.name();
    }

    private String create(Table table) {
        DdlWords words = new DdlWords(dialect);
        List<Stored> columns = Layout.of(table, dialect).columns();
        int width = columns.stream()
                .mapToInt(column -> column.name().length())
                .max()
                .orElse(0);
        List<String> lines = new ArrayList<>();
        columns.forEach(column -> lines.add(
                "    " + column.name() + " ".repeat(width + 1 - column.name().length()) + words.column(column)));
        StoredIndex key = StoredIndex.of(table, dialect).get(0);
        if (key.primary()) {
            lines.add("    PRIMARY KEY " + key.columns());
        }
        return "CREATE TABLE IF NOT EXISTS " + before + table.name() + " (\n" + String.join(",\n", lines) + "\n)"
                + words.end(table);
    }

    /** Those of the table that tells the format, and of the one row in it. */
    List<String> format() {
        String table = before + FORMAT;
        return List.of(
                "CREATE TABLE IF NOT EXISTS " + table + " (number INTEGER NOT NULL PRIMARY KEY)", recordFormat());
    }

    String recordFormat() {
        String table = before + FORMAT;
        return "INSERT INTO " + table + " (number) SELECT " + Schema.FORMAT + " FROM (SELECT 1 AS one) AS always"
                + " WHERE (SELECT COUNT(*) FROM " + table + ") = 0";
    }

    /** All of them as one readable text, after one that makes the schema. */
    String script(Optional<String> schema) {
        StringBuilder script = new StringBuilder("-- The tables of Stet, format " + Schema.FORMAT + ", for "
                + dialect.product() + ". docs/schema.md explains every column.\n"
                + new DdlWords(dialect).head() + "\n");
        schema.ifPresent(statement -> script.append('\n').append(statement).append(";\n"));
        for (Table table : catalogue.tables()) {
            script.append("\n-- ").append(told(table)).append('\n');
            statements(table).forEach(statement -> script.append(statement).append(";\n"));
        }
        script.append("\n-- The format of these tables, in one row that is written last.\n");
        format().forEach(statement -> script.append(statement).append(";\n"));
        return script.toString();
    }

    private static String told(Table table) {
        if (table.isHead()) {
            return "A row is the head of all that belongs to it. When it is deleted, its key and its revision stay.";
        }
        return "Rows of " + table.owner() + (table.outlivesOwner() ? ", which stay when that is deleted." : ".");
    }
}
