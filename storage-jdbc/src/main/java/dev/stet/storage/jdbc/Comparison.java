package dev.stet.storage.jdbc;

import dev.stet.storage.jdbc.Difference.Remedy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds the tables that are there against those that this release of Stet needs. */
final class Comparison {
    private static final String FORMAT = "format";

    private final Tables tables;
    private final Catalog catalog;
    private final Collations collations;

    Comparison(Tables tables, Connection connection) throws SQLException {
        this.tables = tables;
        this.catalog = new Catalog(tables, connection);
        this.collations = Collations.of(tables, connection);
    }

    boolean hasSchema() throws SQLException {
        return catalog.hasSchema();
    }

    boolean hasFormat() {
        return !catalog.columns(FORMAT).isEmpty();
    }

    /** Those of the tables that are there, in an order in which they can be dropped. */
    List<String> there() {
        List<String> there = new ArrayList<>();
        for (Table table : Table.values()) {
            if (!columns(table).isEmpty()) {
                there.add(0, tables.qualified(table));
            }
        }
        if (hasFormat()) {
            there.add(tables.formatTable());
        }
        return there;
    }

    /** What is missing or otherwise than expected, one by one. */
    List<Difference> differences() throws SQLException {
        List<Difference> differences = new ArrayList<>();
        for (Table table : Table.values()) {
            if (columns(table).isEmpty()) {
                differences.add(Difference.missing("table " + name(table)));
            } else {
                compareColumns(table, differences);
                compareTexts(table, differences);
                compareKeys(table, differences);
            }
        }
        if (!hasFormat()) {
            differences.add(Difference.missing("table " + tables.prefix() + FORMAT));
        }
        return differences;
    }

    /** Where texts that differ would be taken for the same: no more than what keeps agents and workspaces apart. */
    List<Difference> textDifferences() {
        List<Difference> differences = new ArrayList<>();
        for (Table table : Table.values()) {
            compareTexts(table, differences);
        }
        return differences;
    }

    private void compareColumns(Table table, List<Difference> differences) {
        for (Column column : table.allColumns()) {
            Optional<Found> found = find(table, column);
            String what = "column " + name(table) + "." + column.name();
            if (found.isEmpty()) {
                differences.add(Difference.of(Remedy.REPLACE, what + " is missing"));
            } else if (!found.get().holds(column.kind()) && !isPeculiarText(column, found.get())) {
                differences.add(Difference.of(
                        Remedy.REPLACE,
                        what + " must hold " + column.kind() + ", but it is "
                                + found.get().typeName()));
            }
        }
        for (Found found : columns(table).values()) {
            if (found.mustBeGiven() && table.allColumns().stream().noneMatch(column -> isCalled(found, column))) {
                String what = "column " + name(table) + "." + found.name();
                differences.add(new Difference(
                        what + ", which Stet does not know, must allow NULL or have a default",
                        Remedy.DECIDE,
                        "Let " + what + " allow NULL, or give it a default."));
            }
        }
    }

    private static boolean isCalled(Found found, Column column) {
        return column.name().equals(found.name());
    }

    private void compareTexts(Table table, List<Difference> differences) {
        for (Column column : table.allColumns()) {
            find(table, column)
                    .filter(found -> column.kind() == Column.Kind.TEXT)
                    .filter(found -> found.holds(Column.Kind.TEXT) || found.isPeculiarText())
                    .flatMap(found -> collations.difference(table, found))
                    .ifPresent(differences::add);
        }
    }

    private static boolean isPeculiarText(Column column, Found found) {
        return column.kind() == Column.Kind.TEXT && found.isPeculiarText();
    }

    private void compareKeys(Table table, List<Difference> differences) throws SQLException {
        Collection<List<String>> indexes = catalog.indexes(table, false);
        List<String> primaryKey = catalog.primaryKey(table);
        if (!primaryKey.equals(table.key()) && !catalog.indexes(table, true).contains(table.key())) {
            differences.add(Difference.of(
                    tables.dialect() == Dialect.H2 && primaryKey.isEmpty() ? Remedy.CREATE : Remedy.REPLACE,
                    "the primary key of " + name(table) + " must be " + table.key() + ", but it is " + primaryKey));
        }
        for (Table.Index index : table.indexes()) {
            if (!indexes.contains(index.columns())) {
                differences.add(Difference.missing(
                        "index " + tables.prefix() + index.name() + " on " + name(table) + " " + index.columns()));
            }
        }
    }

    private Map<String, Found> columns(Table table) {
        return catalog.columns(table.tableName());
    }

    private Optional<Found> find(Table table, Column column) {
        return Optional.ofNullable(columns(table).get(column.name()));
    }

    private String name(Table table) {
        return tables.prefix() + table.tableName();
    }
}
