package dev.stet.storage.jdbc;

import dev.stet.storage.Table;
import dev.stet.storage.jdbc.FoundIndex.Kind;
import dev.stet.storage.jdbc.FoundIndex.Part;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The indexes that a database has, those of primary keys among them, by the names of their tables in lower case. */
final class Indexes {
    private static final String SQLITE =
            "SELECT m.name, l.name, CASE l.origin WHEN 'pk' THEN 2 ELSE l.\"unique\" END, x.name, x.\"desc\", COALESCE(i.sql, ''), x.coll"
                    + " FROM main.sqlite_master m JOIN pragma_index_list(m.name, 'main') l"
                    + " JOIN pragma_index_xinfo(l.name, 'main') x"
                    + " LEFT JOIN main.sqlite_master i ON i.type = 'index' AND i.name = l.name"
                    + " WHERE m.type = 'table' AND x.key = 1 ORDER BY m.name, l.name, x.seqno";
    private static final String POSTGRESQL = "SELECT t.relname, i.relname,"
            + " CAST(x.indisunique AS INTEGER) + CAST(x.indisprimary AS INTEGER), a.attname,"
            + " p.way & 1, COALESCE(pg_get_expr(x.indpred, x.indrelid), ''), COALESCE(c.collname, 'another'), p.sorting,"
            + " CASE WHEN NOT x.indisvalid THEN 'not valid' WHEN m.amname <> 'btree' THEN m.amname"
            + " WHEN NOT x.indimmediate THEN 'deferrable' ELSE '' END"
            + " FROM pg_catalog.pg_namespace n"
            + " JOIN pg_catalog.pg_class t ON t.relnamespace = n.oid"
            + " JOIN pg_catalog.pg_index x ON x.indrelid = t.oid"
            + " JOIN pg_catalog.pg_class i ON i.oid = x.indexrelid"
            + " JOIN pg_catalog.pg_am m ON m.oid = i.relam"
            + " CROSS JOIN LATERAL unnest(x.indkey, x.indcollation, x.indoption)"
            + " WITH ORDINALITY AS p (attribute, sorting, way, place)"
            + " LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = t.oid AND a.attnum = p.attribute"
            + " LEFT JOIN pg_catalog.pg_collation c ON c.oid = p.sorting"
            + " AND c.collnamespace = CAST('pg_catalog' AS regnamespace)"
            + " WHERE n.nspname = ? AND p.place <= x.indnkeyatts ORDER BY t.relname, i.relname, p.place";
    private static final String MARIADB = "SELECT TABLE_NAME, INDEX_NAME,"
            + " CASE INDEX_NAME WHEN 'PRIMARY' THEN 2 ELSE 1 - NON_UNIQUE END, COLUMN_NAME, COLLATION = 'D',"
            + " CASE WHEN SUB_PART IS NOT NULL THEN CONCAT('of the beginning of ', COLUMN_NAME)"
            + " WHEN IGNORED = 'YES' THEN 'ignored' WHEN INDEX_TYPE <> 'BTREE' THEN INDEX_TYPE ELSE '' END"
            + " FROM INFORMATION_SCHEMA.STATISTICS WHERE TABLE_SCHEMA = ?"
            + " ORDER BY TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX";
    private static final Pattern CONDITION = Pattern.compile("(?is)\\)\\s*WHERE\\s(.*)$");

    private final Map<String, Map<String, FoundIndex>> byTable = new LinkedHashMap<>();

    private Indexes() {}

    static Indexes of(Tables tables, Connection connection) throws SQLException {
        Indexes indexes = new Indexes();
        switch (tables.dialect()) {
            case H2 -> indexes.readH2(tables, connection);
            case SQLITE -> indexes.readSqlite(connection);
            case POSTGRESQL -> indexes.readPostgresql(Lookup.rows(connection, POSTGRESQL, tables.schema()));
            case MARIADB -> indexes.readMariadb(Lookup.rows(connection, MARIADB, tables.schema()));
        }
        return indexes;
    }

    /** Those of a table, by their names. */
    Map<String, FoundIndex> of(String table) {
        return byTable.getOrDefault(table, Map.of());
    }

    /** By what the driver tells: the information schema of H2 differs from release to release. */
    private void readH2(Tables tables, Connection connection) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        for (Table table : tables.catalogue().tables()) {
            String name = tables.prefix() + table.name();
            String stored = Tables.stored(connection, name);
            Map<Integer, String> key = new TreeMap<>();
            try (ResultSet rows = database.getPrimaryKeys(connection.getCatalog(), tables.schema(), stored)) {
                while (rows.next()) {
                    key.put(rows.getInt("KEY_SEQ"), lower(rows.getString("COLUMN_NAME")));
                }
            }
            try (ResultSet rows =
                    database.getIndexInfo(connection.getCatalog(), tables.schema(), stored, false, true)) {
                while (rows.next()) {
                    Kind kind = rows.getBoolean("NON_UNIQUE") ? Kind.PLAIN : Kind.UNIQUE;
                    boolean descending = rows.getString("ASC_OR_DESC").equals("D");
                    Part part = new Part(lower(rows.getString("COLUMN_NAME")), descending, Optional.empty());
                    add(name, new FoundIndex(lower(rows.getString("INDEX_NAME")), kind, List.of(part), "", ""));
                }
            }
            byTable.getOrDefault(name, new LinkedHashMap<>())
                    .replaceAll((index, found) -> found.keyedBy(List.copyOf(key.values())));
        }
    }

    private void readSqlite(Connection connection) throws SQLException {
        for (List<String> row : Lookup.rows(connection, SQLITE)) {
            Matcher condition = CONDITION.matcher(row.get(5));
            add(row, Optional.of(row.get(6)), condition.find() ? condition.group(1) : "", "");
        }
    }

    private void readPostgresql(List<List<String>> rows) {
        for (List<String> row : rows) {
            add(row, row.get(7).equals("0") ? Optional.empty() : Optional.of(row.get(6)), row.get(5), row.get(8));
        }
    }

    private void readMariadb(List<List<String>> rows) {
        rows.forEach(row -> add(row, Optional.empty(), "", row.get(5)));
    }

    /**
     * The first columns of a row are table, index, {@linkplain #kind kind}, column, and whether descending.
     */
    private void add(List<String> row, Optional<String> collation, String condition, String flaw) {
        Part part = new Part(lower(row.get(3)), row.get(4).equals("1"), collation);
        add(lower(row.get(0)), new FoundIndex(lower(row.get(1)), kind(row.get(2)), List.of(part), condition, flaw));
    }

    private static Kind kind(String number) {
        return switch (number) {
            case "0" -> Kind.PLAIN;
            case "1" -> Kind.UNIQUE;
            default -> Kind.PRIMARY;
        };
    }

    private void add(String table, FoundIndex part) {
        byTable.computeIfAbsent(table, name -> new LinkedHashMap<>()).merge(part.name(), part, FoundIndex::and);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
