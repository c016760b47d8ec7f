package dev.stet.benchmarks;

import dev.stet.storage.jdbc.engine.Database;
import dev.stet.storage.jdbc.engine.Engine;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** What each table takes with its indexes, as the database itself counts it: in pages, free room in them included. */
final class TableBytes {
    private static final String SQLITE =
            "SELECT t.tbl_name, SUM(s.pgsize) FROM dbstat s JOIN sqlite_schema t ON t.name = s.name"
                    + " WHERE t.tbl_name LIKE 'stet_%' GROUP BY t.tbl_name";
    private static final String POSTGRESQL = "SELECT relname, pg_total_relation_size(c.oid) FROM pg_class c"
            + " WHERE relkind = 'r' AND relname LIKE 'stet_%' AND relnamespace = current_schema()::regnamespace";

    private TableBytes() {}

    static Map<String, Long> of(Engine engine, Database database) throws SQLException {
        Map<String, Long> bytes = new TreeMap<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(engine == Engine.SQLITE ? SQLITE : POSTGRESQL)) {
            while (rows.next()) {
                bytes.put(rows.getString(1).substring("stet_".length()), rows.getLong(2));
            }
        }
        return bytes;
    }
}
