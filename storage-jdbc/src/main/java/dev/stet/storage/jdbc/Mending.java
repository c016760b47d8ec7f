package dev.stet.storage.jdbc;

import dev.stet.storage.Table;
import dev.stet.storage.jdbc.Layout.Stored;
import java.util.List;
import java.util.Optional;

/** The statements that change tables which are there, and keep what is in them, as far as a dialect has such. */
final class Mending {
    private final Tables tables;
    private final DdlWords words;

    Mending(Tables tables) {
        this.tables = tables;
        this.words = new DdlWords(tables.dialect());
    }

    /** Adds a column in which no row has anything. */
    Optional<String> added(Stored column) {
        return column.required()
                ? Optional.empty()
                : Optional.of("ADD COLUMN " + column.name() + " " + words.columnOfItsOwn(column));
    }

    /** Gives a column its type. */
    Optional<String> retyped(Stored column) {
        return switch (tables.dialect()) {
            case H2 -> Optional.of("ALTER COLUMN " + column.name() + " SET DATA TYPE " + words.type(column));
            case POSTGRESQL -> Optional.of("ALTER COLUMN " + column.name() + " TYPE " + words.type(column));
            case MARIADB -> Optional.of("MODIFY " + column.name() + " " + words.columnOfItsOwn(column));
            case SQLITE -> Optional.empty();
        };
    }

    /** Lets a column be empty, or not. */
    Optional<String> requiring(Stored column) {
        return switch (tables.dialect()) {
            case H2, POSTGRESQL ->
                Optional.of("ALTER COLUMN " + column.name() + (column.required() ? " SET" : " DROP") + " NOT NULL");
            case MARIADB -> retyped(column);
            case SQLITE -> Optional.empty();
        };
    }

    /** The statements that make these changes of a table: one for all, where that rewrites the table once. */
    List<String> altering(Table table, List<String> changes) {
        String altering = "ALTER TABLE " + tables.qualified(table) + " ";
        return switch (tables.dialect()) {
            case H2, SQLITE -> changes.stream().map(altering::concat).toList();
            case POSTGRESQL, MARIADB -> List.of(altering + String.join(", ", changes));
        };
    }

    /** Puts an index in the place of one with its name. */
    List<String> replacing(Table table, StoredIndex index) {
        String name = tables.dialect().quoted(tables.schema()) + "." + tables.prefix() + index.name();
        return List.of(
                tables.dialect() == Dialect.MARIADB
                        ? "DROP INDEX " + tables.prefix() + index.name() + " ON " + tables.qualified(table)
                        : "DROP INDEX " + name,
                tables.ddl().create(table, index));
    }

    /** Gives a table its primary key. */
    Optional<List<String>> keyed(Table table, StoredIndex key, Optional<FoundIndex> found) {
        String add = "ADD PRIMARY KEY " + key.columns();
        List<String> changes = switch (tables.dialect()) {
            case H2, MARIADB -> found.isPresent() ? List.of("DROP PRIMARY KEY", add) : List.of(add);
            case POSTGRESQL ->
                found.map(old -> List.of("DROP CONSTRAINT " + tables.dialect().quoted(old.name()), add))
                        .orElseGet(() -> List.of(add));
            case SQLITE -> List.of();
        };
        return changes.isEmpty() ? Optional.empty() : Optional.of(altering(table, changes));
    }
}
