package dev.stet.storage.jdbc.engine;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** How an engine is made to delete all rows, whichever rows refer to which. */
enum Emptying {
    H2(
            "SELECT table_name FROM information_schema.tables"
                    + " WHERE table_schema = CURRENT_SCHEMA AND table_type = 'BASE TABLE'",
            "\"",
            "SET REFERENTIAL_INTEGRITY FALSE",
            "SET REFERENTIAL_INTEGRITY TRUE"),
    SQLITE(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
            "\"", "PRAGMA defer_foreign_keys = ON", "PRAGMA defer_foreign_keys = OFF"),
    POSTGRESQL(
            "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()",
            "\"",
            "SET session_replication_role = replica",
            "RESET session_replication_role"),
    MARIADB(
            "SHOW FULL TABLES WHERE table_type = 'BASE TABLE'",
            "`",
            "SET foreign_key_checks = 0",
            "SET foreign_key_checks = 1");

    private final String tables;
    private final String quote;
    private final String referencesAside;
    private final String referencesBack;

    Emptying(String tables, String quote, String referencesAside, String referencesBack) {
        this.tables = tables;
        this.quote = quote;
        this.referencesAside = referencesAside;
        this.referencesBack = referencesBack;
    }

    /** Deletes, in one transaction, the rows of all tables but those whose name in lower case is to be kept. */
    void empty(Connection connection, Predicate<String> kept) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            List<String> names = tables(statement);
            statement.addBatch(referencesAside);
            for (String name : names) {
                if (!kept.test(name.toLowerCase(Locale.ROOT))) {
                    statement.addBatch("DELETE FROM " + quote + name + quote);
                }
            }
            statement.addBatch(referencesBack);
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
