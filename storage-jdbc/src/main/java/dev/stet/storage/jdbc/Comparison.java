package dev.stet.storage.jdbc;

import dev.stet.storage.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Holds the tables that are there against those that this release of Stet needs. */
final class Comparison {
    private static final String NUMBER = "number";

    private final Tables tables;
    private final Connection connection;
    private final Catalog catalog;
    private final Collations collations;
    private final Indexes indexes;

    Comparison(Tables tables, Connection connection) throws SQLException {
        this.tables = tables;
        this.connection = connection;
        this.catalog = new Catalog(tables, connection);
        this.collations = Collations.of(tables, connection);
        this.indexes = Indexes.of(tables, connection);
    }

    boolean hasSchema() throws SQLException {
        return catalog.hasSchema();
    }

    /** Those of the tables that are there. */
    List<String> there() {
        List<String> there = new ArrayList<>();
        for (Table table : tables.catalogue().tables()) {
            if (!columns(table).isEmpty()) {
                there.add(tables.qualified(table));
            }
        }
        if (hasFormat()) {
            there.add(tables.formatTable());
        }
        return there;
    }

    /**
     * What is missing or otherwise than expected, one by one.
     *
     * @throws OlderFormatException when the tables are of an older format
     * @throws NewerFormatException when they are of a newer one
     */
    List<Difference> differences() throws SQLException {
        List<Difference> ofFormat = formatDifferences();
        List<Difference> differences = new ArrayList<>();
        for (Table table : tables.catalogue().tables()) {
            if (columns(table).isEmpty()) {
                differences.add(
                        Difference.missing("table " + name(table), tables.ddl().statements(table)));
            } else {
                differences.addAll(ofColumns(table).differences());
                differences.addAll(ofIndexes(table).differences());
            }
        }
        differences.addAll(ofFormat);
        return differences;
    }

    /** Where texts that differ would be taken for the same: no more than what keeps heads and workspaces apart. */
    List<Difference> textDifferences() {
        List<Difference> differences = new ArrayList<>();
        for (Table table : tables.catalogue().tables()) {
            if (!columns(table).isEmpty()) {
                differences.addAll(ofColumns(table).textDifferences());
                differences.addAll(ofIndexes(table).textDifferences());
            }
        }
        return differences;
    }

    private ColumnComparison ofColumns(Table table) {
        return new ColumnComparison(tables, table, columns(table), collations);
    }

    private IndexComparison ofIndexes(Table table) {
        return new IndexComparison(
                tables,
                table,
                columns(table),
                column -> collations.of(name(table), column),
                indexes.of(name(table)).values());
    }

    private boolean hasFormat() {
        return !catalog.columns(Ddl.FORMAT).isEmpty();
    }

    private List<Difference> formatDifferences() throws SQLException {
        String what = "table " + tables.prefix() + Ddl.FORMAT;
        if (!hasFormat()) {
            return List.of(Difference.missing(what, tables.ddl().format()));
        }
        if (!catalog.columns(Ddl.FORMAT).containsKey(NUMBER)) {
            return List.of(
                    Difference.replaced("column " + tables.prefix() + Ddl.FORMAT + "." + NUMBER + " is missing"));
        }
        List<Integer> formats = Lookup.rows(connection, "SELECT number FROM " + tables.formatTable()).stream()
                .map(row -> Integer.valueOf(row.get(0)))
                .sorted()
                .toList();
        if (formats.isEmpty()) {
            String text = what + " must have the one row " + Schema.FORMAT + ", but it has none";
            return List.of(new Difference(
                    text, Difference.Remedy.CREATE, List.of(tables.ddl().recordFormat())));
        }
        return ofFormats(what, formats);
    }

    private List<Difference> ofFormats(String what, List<Integer> formats) {
        int highest = formats.get(formats.size() - 1);
        if (highest < Schema.FORMAT) {
            throw new OlderFormatException(Schema.FORMAT, highest);
        }
        if (highest > Schema.FORMAT) {
            throw new NewerFormatException(Schema.FORMAT, highest);
        }
        if (formats.size() == 1) {
            return List.of();
        }
        String found = formats.stream().map(String::valueOf).collect(Collectors.joining(" and "));
        return List.of(Difference.altered(
                what + " must have the one row " + Schema.FORMAT + ", but it has " + found,
                List.of("DELETE FROM " + tables.formatTable() + " WHERE number <> " + Schema.FORMAT)));
    }

    private Map<String, Found> columns(Table table) {
        return catalog.columns(table.name());
    }

    private String name(Table table) {
        return tables.prefix() + table.name();
    }
}
