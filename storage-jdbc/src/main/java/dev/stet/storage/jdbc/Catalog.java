package dev.stet.storage.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a database says of the tables that are there. Names are compared without regard to case: they are never quoted. */
final class Catalog {
    private final Schema schema;
    private final Connection connection;
    private final DatabaseMetaData database;
    private final Map<String, Map<String, Found>> tables;

    Catalog(Schema schema, Connection connection) throws SQLException {
        this.schema = schema;
        this.connection = connection;
        this.database = connection.getMetaData();
        this.tables = tables();
    }

    boolean hasSchema() throws SQLException {
        if (schemasAreCatalogs()) {
            return names(database.getCatalogs(), "TABLE_CAT")
                    .contains(schema.name().orElse(""));
        }
        return names(database.getSchemas(), "TABLE_SCHEM")
                .contains(schema.name().orElse(""));
    }

    boolean hasFormat() {
        return tables.containsKey(schema.prefix() + "format");
    }

    /** What is missing or otherwise than expected, one by one, in words. */
    List<String> differences() throws SQLException {
        List<String> differences = new ArrayList<>();
        for (Table table : Table.values()) {
            String name = schema.prefix() + table.tableName();
            Map<String, Found> columns = tables.getOrDefault(name, Map.of());
            if (columns.isEmpty()) {
                differences.add("table " + name + " is missing");
            } else {
                compareColumns(name, table, columns, differences);
                compareKeys(name, table, differences);
            }
        }
        if (!hasFormat()) {
            differences.add("table " + schema.prefix() + "format is missing");
        }
        return differences;
    }

    private static void compareColumns(String name, Table table, Map<String, Found> columns, List<String> differences) {
        for (Column column : table.allColumns()) {
            Optional<Found> found = Optional.ofNullable(columns.get(column.name()));
            if (found.isEmpty()) {
                differences.add("column " + name + "." + column.name() + " is missing");
            } else if (!column.kind().reportedAs(found.get().type(), found.get().typeName())
                    || found.get().ignoresCase()) {
                differences.add("column " + name + "." + column.name() + " must hold " + column.kind() + ", but it is "
                        + found.get().typeName());
            }
        }
        columns.values().stream()
                .filter(found -> found.mustBeGiven()
                        && table.allColumns().stream()
                                .noneMatch(column -> column.name().equals(found.name())))
                .forEach(found -> differences.add("column " + name + "." + found.name()
                        + ", which Stet does not know, must allow NULL or have a default"));
    }

    private void compareKeys(String name, Table table, List<String> differences) throws SQLException {
        Collection<List<String>> indexes = indexes(name, false).values();
        List<String> primaryKey = primaryKey(name);
        if (!primaryKey.equals(table.key()) && !indexes(name, true).containsValue(table.key())) {
            differences.add("the primary key of " + name + " must be " + table.key() + ", but it is " + primaryKey);
        }
        for (Table.Index index : table.indexes()) {
            if (!indexes.contains(index.columns())) {
                differences.add("index " + schema.prefix() + index.name() + " on " + name + " " + index.columns()
                        + " is missing");
            }
        }
    }

    /** The columns of every table with the prefix, by its name and theirs. */
    private Map<String, Map<String, Found>> tables() throws SQLException {
        Map<String, Map<String, Found>> tables = new HashMap<>();
        try (ResultSet rows = database.getColumns(catalog(), schemaName(), stored(schema.prefix()) + "%", null)) {
            while (rows.next()) {
                Found found = new Found(
                        lower(rows.getString("COLUMN_NAME")),
                        rows.getInt("DATA_TYPE"),
                        rows.getString("TYPE_NAME"),
                        rows.getInt("NULLABLE") == DatabaseMetaData.columnNoNulls
                                && rows.getString("COLUMN_DEF") == null);
                tables.computeIfAbsent(lower(rows.getString("TABLE_NAME")), name -> new HashMap<>())
                        .put(found.name(), found);
            }
        }
        return tables;
    }

    private List<String> primaryKey(String table) throws SQLException {
        Map<Integer, String> columns = new TreeMap<>();
        try (ResultSet rows = database.getPrimaryKeys(catalog(), schemaName(), stored(table))) {
            while (rows.next()) {
                columns.put(rows.getInt("KEY_SEQ"), lower(rows.getString("COLUMN_NAME")));
            }
        }
        return List.copyOf(columns.values());
    }

    /** The columns of each index, by its name. */
    private Map<String, List<String>> indexes(String table, boolean unique) throws SQLException {
        Map<String, List<String>> indexes = new HashMap<>();
        try (ResultSet rows = database.getIndexInfo(catalog(), schemaName(), stored(table), unique, true)) {
            while (rows.next()) {
                String column = rows.getString("COLUMN_NAME");
                if (column != null) {
                    indexes.computeIfAbsent(rows.getString("INDEX_NAME"), name -> new ArrayList<>())
                            .add(lower(column));
                }
            }
        }
        return indexes;
    }

    private static List<String> names(ResultSet rows, String column) throws SQLException {
        try (rows) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(lower(rows.getString(column)));
            }
            return names;
        }
    }

    private boolean schemasAreCatalogs() {
        return schema.dialect() == Dialect.MARIADB || schema.dialect() == Dialect.MYSQL;
    }

    private @Nullable String catalog() throws SQLException {
        return schemasAreCatalogs() && schema.name().isPresent() ? schema.name().get() : connection.getCatalog();
    }

    private @Nullable String schemaName() throws SQLException {
        if (schemasAreCatalogs()) {
            return null;
        }
        return schema.name().isPresent() ? stored(schema.name().get()) : connection.getSchema();
    }

    private String stored(String name) throws SQLException {
        return database.storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** A column as the database has it. */
    private record Found(String name, int type, String typeName, boolean mustBeGiven) {
        boolean ignoresCase() {
            return typeName.contains("IGNORECASE");
        }
    }
}
