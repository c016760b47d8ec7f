package dev.stet.storage.jdbc;

import dev.stet.storage.Column;
import dev.stet.storage.Table;
import dev.stet.storage.jdbc.Layout.Extent;
import dev.stet.storage.jdbc.Layout.Stored;

/** How a dialect declares a table and its columns. */
record DdlWords(Dialect dialect) {
    /** So that the texts of a row of MariaDB fit into what it takes for one, which is 65,535 bytes. */
    private static final int MOST_IN_ROW_OF_MARIADB = 1024;

    private static final int MEDIUM = (1 << 24) - 1;
    private static final int H2_LONGEST_TEXT = 1 << 20;

    private static final String BACKWARDS = """

            -- Lists that begin with their highest values read an index backwards: it grows at its end, where it leaves no
            -- pages half empty.""";

    /** What a script begins with, for those who read it. */
    String head() {
        return ways() + (dialect.readsBackwards() ? BACKWARDS : "");
    }

    private String ways() {
        return switch (dialect) {
            case H2 -> """
                -- The types are named so that they are the same in other compatibility modes, and under IGNORECASE.
                -- H2 reads an index in no other direction than its own: so keys that lists run over backwards are unique
                -- indexes with a descending column. It keeps at most 1 MiB of a value within a row: bytes of any length are in
                -- two columns, of which one is filled.""";
            case SQLITE -> """
                -- Without a row id of their own, the rows of one owner lie together. Tables with large values have one:
                -- there a row would not fit between its neighbours.""";
            case POSTGRESQL -> """
                -- Texts are COLLATE "C": equal where their bytes are, whatever the database's collation.""";
            case MARIADB -> """
                -- All texts are in the collation that compares them byte by byte without padding. InnoDB keeps the rows of
                -- one owner together by the primary key.""";
        };
    }

    /** The type of a column, with its collation where another could come in. */
    String type(Stored stored) {
        Column column = stored.column();
        return switch (column.type()) {
            case TEXT ->
                column.limit().stream().mapToObj(this::text).findFirst().orElseGet(this::text);
            case NUMBER -> "BIGINT";
            case FLAG -> "BOOLEAN";
            case HASH -> dialect.hashType();
            case BYTES -> bytes(stored);
        };
    }

    private String text(int limit) {
        return switch (dialect) {
            case H2 -> limit > H2_LONGEST_TEXT ? text() : "VARCHAR_CASESENSITIVE(" + limit + ")";
            case SQLITE -> text();
            case POSTGRESQL -> "VARCHAR(" + limit + ") COLLATE \"C\"";
            case MARIADB -> limit > MOST_IN_ROW_OF_MARIADB ? text() : "VARCHAR(" + limit + ")";
        };
    }

    private String text() {
        return switch (dialect) {
            case H2 -> "VARCHAR_CASESENSITIVE";
            case SQLITE -> "TEXT";
            case POSTGRESQL -> "TEXT COLLATE \"C\"";
            case MARIADB -> "MEDIUMTEXT";
        };
    }

    private String bytes(Stored stored) {
        long length = length(stored);
        return switch (dialect) {
            case H2 -> stored.extent() == Extent.LARGE ? "BINARY LARGE OBJECT" : "BINARY VARYING(" + length + ")";
            case SQLITE -> "BLOB";
            case POSTGRESQL -> "BYTEA";
            case MARIADB ->
                length <= MOST_IN_ROW_OF_MARIADB
                        ? "VARBINARY(" + length + ")"
                        : length <= MEDIUM ? "MEDIUMBLOB" : "LONGBLOB";
        };
    }

    /** How long the values of a column of texts or bytes may be at least, in characters or bytes. */
    long length(Stored stored) {
        Column column = stored.column();
        int limit = column.limit().orElse(Integer.MAX_VALUE);
        if (column.type() == Column.Type.TEXT) {
            return Math.min(limit, longestText());
        }
        return stored.extent() == Extent.IN_ROW ? dialect.mostInRow().orElse(limit) : limit;
    }

    private int longestText() {
        return switch (dialect) {
            case H2 -> H2_LONGEST_TEXT;
            case MARIADB -> MEDIUM;
            case SQLITE, POSTGRESQL -> Integer.MAX_VALUE;
        };
    }

    /** A column with its type and whether it may be empty. */
    String column(Stored stored) {
        return type(stored) + (stored.required() ? " NOT NULL" : "");
    }

    /** The same, whatever the defaults of its table are. */
    String columnOfItsOwn(Stored stored) {
        boolean text = dialect == Dialect.MARIADB && stored.column().type() == Column.Type.TEXT;
        return type(stored)
                + (text ? " CHARACTER SET utf8mb4 COLLATE " + dialect.binaryCollation() : "")
                + (stored.required() ? " NOT NULL" : "");
    }

    /** What comes after the columns of a table. */
    String end(Table table) {
        return switch (dialect) {
            case H2, POSTGRESQL -> "";
            case SQLITE -> table.columns().stream().anyMatch(Column::heavy) ? "" : " WITHOUT ROWID";
            case MARIADB -> " ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE " + dialect.binaryCollation();
        };
    }
}
