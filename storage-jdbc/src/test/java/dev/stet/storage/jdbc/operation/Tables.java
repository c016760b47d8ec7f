package dev.stet.storage.jdbc.operation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The rows of workspaces, past the library. */
public final class Tables {
    /** Each after those that its rows refer to. */
    private static final List<String> NAMES = List.of(
            "agent",
            "draft",
            "draft_revision",
            "version",
            "deployment",
            "environment",
            "page_revision",
            "content",
            "audit");

    private final DataSource database;
    private final Map<String, String> columns;

    public Tables(DataSource database) {
        this.database = database;
        this.columns = columns(database);
    }

    private static Map<String, String> columns(DataSource database) {
        Map<String, String> columns = new LinkedHashMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : NAMES) {
                try (ResultSet none = statement.executeQuery("SELECT * FROM stet_" + table + " WHERE 1 = 0")) {
                    columns.put(table, columns(none.getMetaData()));
                }
            }
            return columns;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String columns(ResultSetMetaData table) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int i = 2; i <= table.getColumnCount(); i++) {
            names.add(table.getColumnName(i));
        }
        return String.join(", ", names);
    }

    /** Makes the rows of one workspace those of another one. */
    public void copy(String from, String to) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                List<String> last = new ArrayList<>(NAMES);
                Collections.reverse(last);
                for (String table : last) {
                    statement.addBatch("DELETE FROM stet_" + table + " WHERE workspace = '" + to + "'");
                }
                for (String table : NAMES) {
                    String others = columns.get(table);
                    statement.addBatch("INSERT INTO stet_" + table + " (workspace, " + others + ") SELECT '" + to
                            + "', " + others + " FROM stet_" + table + " WHERE workspace = '" + from + "'");
                }
                statement.executeBatch();
            }
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** All rows of a workspace, each in writing, by table. */
    public Map<String, List<String>> rows(String workspace) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : NAMES) {
                try (ResultSet rows = statement.executeQuery("SELECT " + columns.get(table) + " FROM stet_" + table
                        + " WHERE workspace = '" + workspace + "'")) {
                    all.put(table, rows(rows));
                }
            }
            return all;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<String> rows(ResultSet rows) throws SQLException {
        List<String> written = new ArrayList<>();
        while (rows.next()) {
            List<String> values = new ArrayList<>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                values.add(isBytes(rows.getMetaData(), i) ? hex(rows.getBytes(i)) : String.valueOf(rows.getString(i)));
            }
            written.add(values.toString());
        }
        return written.stream().sorted().toList();
    }

    private static boolean isBytes(ResultSetMetaData table, int column) throws SQLException {
        return switch (table.getColumnType(column)) {
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> true;
            default -> false;
        };
    }

    private static String hex(byte @Nullable [] bytes) {
        return bytes == null ? "null" : HexFormat.of().formatHex(bytes);
    }
}
