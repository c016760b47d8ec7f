package dev.stet.storage.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** How a database is set up to treat texts: what is not the same as another, or is empty, must stay so. */
final class TextSettings {
    /** In all others it has no LIMIT, or stores nothing for an empty text. */
    private static final Set<String> MODES_OF_H2 =
            Set.of("REGULAR", "LEGACY", "DB2", "HSQLDB", "MYSQL", "MARIADB", "POSTGRESQL");

    private final Dialect dialect;
    private final Connection connection;

    TextSettings(Dialect dialect, Connection connection) {
        this.dialect = dialect;
        this.connection = connection;
    }

    /** Throws an {@link UnsafeSettingException} where it is otherwise. */
    void require() throws SQLException {
        switch (dialect) {
            case H2 -> {
                require(
                        "MODE",
                        "one of " + new TreeSet<>(MODES_OF_H2),
                        MODES_OF_H2::contains,
                        h2("MODE"),
                        "in others H2 refuses statements of Stet, or stores an empty text as NULL",
                        "Open the database with one of these in its URL.");
                require(
                        "COLLATION",
                        "OFF",
                        collation -> collation.isEmpty() || collation.startsWith("OFF"),
                        h2("COLLATION"),
                        "H2 would take texts that differ for the same",
                        "A database that has tables keeps its collation: open the store on one that was made without.");
            }
            case MARIADB ->
                require(
                        "sql_mode",
                        "without EMPTY_STRING_IS_NULL",
                        mode -> !mode.contains("EMPTY_STRING_IS_NULL"),
                        Lookup.rows(connection, "SELECT @@sql_mode").get(0).get(0),
                        "MariaDB would store an empty text as NULL",
                        "Set it without that, for the connections of the store at least.");
            case SQLITE, POSTGRESQL -> {}
        }
    }

    private static void require(
            String setting, String expected, Predicate<String> meets, String found, String why, String cure) {
        if (!meets.test(found.toUpperCase(Locale.ROOT))) {
            throw new UnsafeSettingException(setting, expected, found, why, cure);
        }
    }

    /** Empty where it was never set. By place: the columns of the older information schema have other names. */
    private String h2(String setting) throws SQLException {
        return Lookup.rows(connection, "SELECT * FROM INFORMATION_SCHEMA.SETTINGS").stream()
                .filter(row -> row.get(0).equals(setting))
                .map(row -> row.get(1))
                .findFirst()
                .orElse("");
    }
}
