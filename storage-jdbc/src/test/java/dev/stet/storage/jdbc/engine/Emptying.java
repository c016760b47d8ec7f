package dev.stet.storage.jdbc.engine;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** How an engine is made to delete all rows. */
enum Emptying {
    H2(
            "SELECT table_name FROM information_schema.tables"
                    + " WHERE table_schema = CURRENT_SCHEMA AND table_type = 'BASE TABLE'",
            "\""),
    SQLITE("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'", "\""),
    POSTGRESQL("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()", "\""),
    MARIADB("SHOW FULL TABLES WHERE table_type = 'BASE TABLE'", "`");

    private final String tables;
    private final String quote;

    Emptying(String tables, String quote) {
        this.tables = tables;
        this.quote = quote;
    }

    /** Deletes, in one transaction, the rows of all tables but those whose name in lower case is to be kept. */
    void empty(Connection connection, Predicate<String> kept) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            List<String> names = tables(statement);
            for (String name : names) {
                if (!kept.test(name.toLowerCase(Locale.ROOT))) {
                    statement.addBatch("DELETE FROM " + quote + name + quote);
                }
            }
            statement.executeBatch();
            connection.commit();
        }
        connection.setAutoCommit(true);
    }

    private List<String> tables(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(tables)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
