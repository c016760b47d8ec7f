package dev.stet.storage.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How an engine says that it executes a query.
 *
 * @param text what it says
 * @param faults everything in it that is neither a lookup nor a range of an index, read in the index's own order
 * @param rows how many rows it looked at, where the engine tells
 */
record Plan(String text, List<String> faults, OptionalLong rows) {
    private static final Pattern H2_ROWS = Pattern.compile("scanCount: (\\d+)");
    private static final Pattern POSTGRESQL_ROWS = Pattern.compile("rows=(\\d+)(?:\\.\\d+)? loops=(\\d+)");
    private static final Pattern SQLITE_MADE = Pattern.compile("^SCAN (chain|always|CONSTANT ROW)$");
    private static final Pattern MARIADB_MADE = Pattern.compile(" <(derived|union)[0-9,]+> ");
    private static final Pattern POSTGRESQL_REMOVED = Pattern.compile("Rows Removed by \\w+(?: \\w+)?: (\\d+)");

    static Plan of(Dialect dialect, Connection connection, Sql sql) throws SQLException {
        return switch (dialect) {
            case H2 -> h2(connection, sql);
            case SQLITE -> sqlite(connection, sql);
            case POSTGRESQL -> postgresql(connection, sql);
            case MARIADB -> mariadb(connection, sql);
        };
    }

    private static Plan h2(Connection connection, Sql sql) throws SQLException {
        String text = String.join("\n", lines(connection, "EXPLAIN ANALYZE ", sql, 1));
        List<String> faults = faults(text, "tableScan");
        if (text.contains("ORDER BY") && !text.contains("/* index sorted */")) {
            faults.add("sorts");
        }
        return new Plan(text, faults, OptionalLong.of(sum(H2_ROWS.matcher(text))));
    }

    private static Plan sqlite(Connection connection, Sql sql) throws SQLException {
        String text = String.join("\n", lines(connection, "EXPLAIN QUERY PLAN ", sql, 4));
        return new Plan(text, faults(ofTables(text, SQLITE_MADE), "SCAN", "TEMP B-TREE"), OptionalLong.empty());
    }

    private static Plan postgresql(Connection connection, Sql sql) throws SQLException {
        String text = String.join("\n", lines(connection, "EXPLAIN (ANALYZE, TIMING OFF, SUMMARY OFF) ", sql, 1));
        long rows = sum(POSTGRESQL_REMOVED.matcher(text));
        Matcher actual = POSTGRESQL_ROWS.matcher(text);
        while (actual.find()) {
            rows += Long.parseLong(actual.group(1)) * Long.parseLong(actual.group(2));
        }
        return new Plan(text, faults(text, "Seq Scan", "Sort", "Bitmap"), OptionalLong.of(rows));
    }

    private static Plan mariadb(Connection connection, Sql sql) throws SQLException {
        String text = String.join("\n", lines(connection, "EXPLAIN ", sql, 0));
        long before = handlerReads(connection);
        lines(connection, "", sql, 1);
        long rows = handlerReads(connection) - before;
        return new Plan(
                text,
                faults(ofTables(text, MARIADB_MADE), "  ALL  ", "  index  ", "filesort", "temporary"),
                OptionalLong.of(rows));
    }

    private static long handlerReads(Connection connection) throws SQLException {
        long reads = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW SESSION STATUS LIKE 'Handler_read%'")) {
            while (rows.next()) {
                reads += rows.getString(1).equals("Handler_read_rnd_next") ? 0 : rows.getLong(2);
            }
        }
        return reads;
    }

    /** A plan without the lines about rows that the query itself has made. */
    private static String ofTables(String text, Pattern made) {
        return text.lines().filter(line -> !made.matcher(line).find()).collect(Collectors.joining("\n"));
    }

    private static List<String> faults(String text, String... signs) {
        List<String> faults = new ArrayList<>();
        for (String sign : signs) {
            if (text.contains(sign)) {
                faults.add(sign.strip());
            }
        }
        return faults;
    }

    private static long sum(Matcher numbers) {
        long sum = 0;
        while (numbers.find()) {
            sum += Long.parseLong(numbers.group(1));
        }
        return sum;
    }

    /** One column of each row; with 0, all of them between spaces. */
    private static List<String> lines(Connection connection, String prefix, Sql sql, int column) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(prefix + sql.text())) {
            List<Arguments.Value> values = sql.arguments().values();
            for (int i = 0; i < values.size(); i++) {
                values.get(i).set(statement, i + 1);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    lines.add(column > 0 ? rows.getString(column) : row(rows));
                }
            }
        }
        return lines;
    }

    private static String row(ResultSet rows) throws SQLException {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            row.append(' ').append(rows.getString(i)).append(' ');
        }
        return row.toString();
    }
}
