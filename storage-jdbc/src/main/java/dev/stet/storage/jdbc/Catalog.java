package dev.stet.storage.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
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
                rows.getInt("COLUMN_SIZE"),
                rows.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls,
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

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
