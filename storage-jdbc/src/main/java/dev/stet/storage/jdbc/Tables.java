package dev.stet.storage.jdbc;

import dev.stet.storage.Catalogue;
import dev.stet.storage.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The tables of one store where they are, by names that mean the same on every connection to the database, whatever
 * schema a connection looks into first.
 *
 * @param declared what the host said of them
 * @param schema the database schema that they are in, as the database writes it; on MariaDB the database
 */
record Tables(Schema declared, String schema) {
    /** What a connection means by a declaration. */
    static Tables on(Connection connection, Schema declared) throws SQLException {
        if (declared.dialect() == Dialect.SQLITE) {
            return new Tables(declared, "main");
        }
        Optional<String> own = Optional.ofNullable(
                declared.dialect() == Dialect.MARIADB ? connection.getCatalog() : connection.getSchema());
        Optional<String> schema = declared.name().isPresent()
                ? Optional.of(stored(connection, declared.name().get()))
                : own;
        return new Tables(
                declared,
                schema.orElseThrow(() -> new SchemaMismatchException(
                        declared.prefix() + "*",
                        List.of("the connection is in no schema that exists"),
                        "Name one with Schema.named, or in the URL.")));
    }

    /** A name that is not quoted, as the database writes it. */
    static String stored(Connection connection, String name) throws SQLException {
        return connection.getMetaData().storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
    }

    Dialect dialect() {
        return declared.dialect();
    }

    /** Which tables they are. */
    Catalogue catalogue() {
        return declared.catalogue();
    }

    String prefix() {
        return declared.prefix();
    }

    String qualified(Table table) {
        return before() + table.name();
    }

    String formatTable() {
        return before() + "format";
    }

    /** The columns that a table has here. */
    Layout layout(Table table) {
        return Layout.of(table, dialect());
    }

    /** For messages. */
    String where() {
        return before() + "*";
    }

    /** The statements that make them. */
    Ddl ddl() {
        // There, no table can be named with its schema where an index is made; and nothing makes one anywhere else.
        return new Ddl(dialect(), catalogue(), dialect() == Dialect.SQLITE ? prefix() : before(), prefix());
    }

    private String before() {
        return dialect().quoted(schema) + "." + prefix();
    }
}
