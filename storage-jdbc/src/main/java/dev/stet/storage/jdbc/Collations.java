package dev.stet.storage.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How the columns compare texts. That workspaces, agents and environments are kept apart rests on it: texts are the same
 * where their bytes are, and nowhere else.
 */
final class Collations {
    /** Of MariaDB and H2. */
    private static final String STANDARD =
            "SELECT TABLE_NAME, COLUMN_NAME, COLLATION_NAME FROM INFORMATION_SCHEMA.COLUMNS"
                    + " WHERE TABLE_SCHEMA = ? AND COLLATION_NAME IS NOT NULL";

    /** A collation that only goes by the name of one of PostgreSQL's own has none here. */
    private static final String POSTGRESQL =
            "SELECT c.relname, a.attname, COALESCE(o.collname, 'another') FROM pg_catalog.pg_namespace n"
                    + " JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid"
                    + " JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped"
                    + " LEFT JOIN pg_catalog.pg_collation o ON o.oid = a.attcollation"
                    + " AND o.collnamespace = CAST('pg_catalog' AS regnamespace)"
                    + " WHERE n.nspname = ? AND a.attcollation <> 0";

    private static final String SQLITE =
            "SELECT tbl_name, sql FROM main.sqlite_master WHERE type = 'table' AND sql IS NOT NULL";

    private final Tables tables;
    private final Map<String, Map<String, String>> byTable;

    private Collations(Tables tables, Map<String, Map<String, String>> byTable) {
        this.tables = tables;
        this.byTable = byTable;
    }

    static Collations of(Tables tables, Connection connection) throws SQLException {
        Collations collations = new Collations(tables, new HashMap<>());
        switch (tables.dialect()) {
            case SQLITE -> collations.readDefinitions(Lookup.rows(connection, SQLITE));
            case POSTGRESQL -> collations.read(Lookup.rows(connection, POSTGRESQL, tables.schema()));
            case H2, MARIADB -> collations.read(Lookup.rows(connection, STANDARD, tables.schema()));
        }
        return collations;
    }

    private void read(List<List<String>> rows) {
        rows.forEach(row -> add(row.get(0), row.get(1), row.get(2)));
    }

    private void readDefinitions(List<List<String>> rows) {
        rows.forEach(row ->
                Definitions.collations(row.get(1)).forEach((column, collation) -> add(row.get(0), column, collation)));
    }

    private void add(String table, String column, String collation) {
        byTable.computeIfAbsent(table.toLowerCase(Locale.ROOT), name -> new HashMap<>())
                .put(column.toLowerCase(Locale.ROOT), collation);
    }

    /** By what a column compares texts: its collation, or its type where that has a way of its own. */
    String of(String table, Found column) {
        String otherwise = tables.dialect() == Dialect.SQLITE ? tables.dialect().binaryCollation() : column.typeName();
        return column.isPeculiarText()
                ? column.typeName()
                : byTable.getOrDefault(table, Map.of()).getOrDefault(column.name(), otherwise);
    }
}
