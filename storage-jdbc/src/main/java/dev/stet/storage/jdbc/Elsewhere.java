package dev.stet.storage.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Looks for tables that are there under another name than the one that they would be looked for under: a store that did not
 * see them would begin a second, empty registry beside them.
 */
final class Elsewhere {
    private static final String ON_POSTGRESQL = "SELECT n.nspname FROM pg_catalog.pg_class c"
            + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
            + " WHERE c.relname = ? AND pg_catalog.pg_table_is_visible(c.oid)";
    private static final String ON_H2 =
            "SELECT TABLE_SCHEMA, TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE UPPER(TABLE_NAME) = UPPER(?)";

    private final Tables tables;
    private final Connection connection;
    private final String format;

    Elsewhere(Tables tables, Connection connection) {
        this.tables = tables;
        this.connection = connection;
        this.format = tables.prefix() + "format";
    }

    /** To be asked where none of the tables is in its place. */
    void requireNone() throws SQLException {
        switch (tables.dialect()) {
            case POSTGRESQL -> requireNoneOnPostgresql();
            case H2 -> requireNoneOnH2();
            case SQLITE, MARIADB -> {}
        }
    }

    private void requireNoneOnPostgresql() throws SQLException {
        if (tables.declared().name().isEmpty()) {
            for (List<String> row : Lookup.rows(connection, ON_POSTGRESQL, format)) {
                throw inAnotherSchema(row.get(0));
            }
        }
    }

    private void requireNoneOnH2() throws SQLException {
        for (List<String> row : Lookup.rows(connection, ON_H2, format)) {
            String schema = row.get(0);
            if (schema.equalsIgnoreCase(tables.schema())) {
                throw new SchemaMismatchException(
                        tables.where(),
                        List.of("there are tables called " + schema + "." + row.get(1) + " and alike"),
                        "Open the database with the DATABASE_TO_UPPER and DATABASE_TO_LOWER that they were made with.");
            }
            if (tables.declared().name().isEmpty() && isVisible()) {
                throw inAnotherSchema(schema);
            }
        }
    }

    private boolean isVisible() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeQuery("SELECT number FROM " + format).close();
            return true;
        } catch (SQLException notVisible) {
            return false;
        }
    }

    private SchemaMismatchException inAnotherSchema(String schema) {
        return new SchemaMismatchException(
                tables.where(),
                List.of("they are in the schema " + schema + ", which the connection looks into after "
                        + tables.schema()),
                "Name the schema that is meant, with Schema.named, or let the connection look into that one first.");
    }
}
