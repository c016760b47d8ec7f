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
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a database says of the tables that are there, by names in lower case. What it matches as a pattern is compared once
 * more, exactly: an underscore of a name would be any character.
 */
final class Catalog {
    private final Tables tables;
    private final Connection connection;
    private final DatabaseMetaData database;
    private final Map<String, Map<String, Found>> columns;

    Catalog(Tables tables, Connection connection) throws SQLException {
        this.tables = tables;
        this.connection = connection;
        this.database = connection.getMetaData();
        this.columns = readColumns();
    }

    /** The columns of a table by their names; none where there is no such table. */
    Map<String, Found> columns(String table) {
        return columns.getOrDefault(tables.prefix() + table, Map.of());
    }

    boolean hasSchema() throws SQLException {
        try (ResultSet rows = schemasAreCatalogs() ? database.getCatalogs() : database.getSchemas()) {
            while (rows.next()) {
                if (rows.getString(1).equals(tables.schema())) {
                    return true;
                }
            }
            return false;
        }
    }

    List<String> primaryKey(Table table) throws SQLException {
        Map<Integer, String> key = new TreeMap<>();
        try (ResultSet rows = database.getPrimaryKeys(catalog(), schema(), stored(table))) {
            while (rows.next()) {
                key.put(rows.getInt("KEY_SEQ"), lower(rows.getString("COLUMN_NAME")));
            }
        }
        return List.copyOf(key.values());
    }

    /** The columns of each index. */
    Collection<List<String>> indexes(Table table, boolean unique) throws SQLException {
        Map<String, List<String>> indexes = new HashMap<>();
        try (ResultSet rows = database.getIndexInfo(catalog(), schema(), stored(table), unique, true)) {
            while (rows.next()) {
                String column = rows.getString("COLUMN_NAME");
                if (column != null) {
                    indexes.computeIfAbsent(rows.getString("INDEX_NAME"), name -> new ArrayList<>())
                            .add(lower(column));
                }
            }
        }
        return indexes.values();
    }

    private Map<String, Map<String, Found>> readColumns() throws SQLException {
        Map<String, Map<String, Found>> all = new HashMap<>();
        String schema = schema() == null ? null : pattern(tables.schema());
        String table = pattern(Tables.stored(connection, tables.prefix())) + "%";
        try (ResultSet rows = database.getColumns(catalog(), schema, table, null)) {
            while (rows.next()) {
                if (isOneOfThem(rows)) {
                    Found column = column(rows);
                    all.computeIfAbsent(lower(rows.getString("TABLE_NAME")), name -> new HashMap<>())
                            .put(column.name(), column);
                }
            }
        }
        return all;
    }

    private boolean isOneOfThem(ResultSet rows) throws SQLException {
        String table = rows.getString("TABLE_NAME");
        if (tables.dialect() == Dialect.SQLITE) {
            return lower(table).startsWith(tables.prefix());
        }
        return table.startsWith(Tables.stored(connection, tables.prefix()))
                && table.equals(Tables.stored(connection, lower(table)))
                && tables.schema().equals(rows.getString(schemasAreCatalogs() ? "TABLE_CAT" : "TABLE_SCHEM"));
    }

    private static Found column(ResultSet rows) throws SQLException {
        return new Found(
                lower(rows.getString("COLUMN_NAME")),
                rows.getInt("DATA_TYPE"),
                rows.getString("TYPE_NAME"),
                rows.getInt("NULLABLE") == DatabaseMetaData.columnNoNulls && rows.getString("COLUMN_DEF") == null);
    }

    private boolean schemasAreCatalogs() {
        return tables.dialect() == Dialect.MARIADB;
    }

    private @Nullable String catalog() throws SQLException {
        return schemasAreCatalogs() ? tables.schema() : connection.getCatalog();
    }

    private @Nullable String schema() {
        return tables.dialect() == Dialect.H2 || tables.dialect() == Dialect.POSTGRESQL ? tables.schema() : null;
    }

    /** MariaDB knows no escapes in some of its modes; where nothing is escaped, too much is found, and left out again. */
    private String pattern(String name) throws SQLException {
        if (tables.dialect() == Dialect.MARIADB) {
            return name;
        }
        String escape = database.getSearchStringEscape();
        return name.replace(escape, escape + escape).replace("_", escape + "_").replace("%", escape + "%");
    }

    private String stored(Table table) throws SQLException {
        return Tables.stored(connection, tables.prefix() + table.tableName());
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
