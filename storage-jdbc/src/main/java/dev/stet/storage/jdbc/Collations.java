package dev.stet.storage.jdbc;

import dev.stet.storage.jdbc.Difference.Remedy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final String SQLITE = "SELECT tbl_name, sql FROM main.sqlite_master WHERE sql IS NOT NULL";
    private static final Pattern SQLITE_COMMENT = Pattern.compile("(?m)--.*$");
    private static final Pattern SQLITE_COLLATION =
            Pattern.compile("(?i)[(,]\\s*[\"'`\\[]?(\\w+)[\"'`\\]]?\\s[^,]*?\\bCOLLATE\\s+[\"'`\\[]?(\\w+)");

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

    /** SQLite tells the collation of a column in no other way than by the statement that made it, or an index on it. */
    private void readDefinitions(List<List<String>> rows) {
        for (List<String> row : rows) {
            Matcher collation =
                    SQLITE_COLLATION.matcher(SQLITE_COMMENT.matcher(row.get(1)).replaceAll(""));
            while (collation.find()) {
                add(row.get(0), collation.group(1), collation.group(2).toUpperCase(Locale.ROOT));
            }
        }
    }

    private void add(String table, String column, String collation) {
        byTable.computeIfAbsent(table.toLowerCase(Locale.ROOT), name -> new HashMap<>())
                .put(column.toLowerCase(Locale.ROOT), collation);
    }

    /** What is wrong with the way in which a column compares texts. */
    Optional<Difference> difference(Table table, Found column) {
        String expected = tables.dialect().binaryCollation();
        String name = tables.prefix() + table.tableName();
        String found = column.isPeculiarText()
                ? column.typeName()
                : byTable.getOrDefault(name, Map.of()).getOrDefault(column.name(), ofNoName(column));
        if (found.equals(expected)) {
            return Optional.empty();
        }
        String text = "column " + name + "." + column.name() + " must compare texts byte by byte (" + expected
                + "), but it is " + found;
        return Optional.of(alteration(column)
                .map(change ->
                        new Difference(text, Remedy.ALTER, "ALTER TABLE " + tables.qualified(table) + " " + change))
                .orElseGet(() -> Difference.of(Remedy.REPLACE, text)));
    }

    /** SQLite changes no column, and MariaDB the type of none by a statement that is the same for all. */
    private Optional<String> alteration(Found column) {
        return switch (tables.dialect()) {
            case H2 -> Optional.of("ALTER COLUMN " + column.name() + " SET DATA TYPE VARCHAR_CASESENSITIVE");
            case POSTGRESQL -> Optional.of("ALTER COLUMN " + column.name() + " TYPE VARCHAR COLLATE \"C\"");
            case MARIADB ->
                column.isPeculiarText()
                        ? Optional.empty()
                        : Optional.of("CONVERT TO CHARACTER SET utf8mb4 COLLATE "
                                + tables.dialect().binaryCollation());
            case SQLITE -> Optional.empty();
        };
    }

    private String ofNoName(Found column) {
        return tables.dialect() == Dialect.SQLITE ? tables.dialect().binaryCollation() : column.typeName();
    }
}
