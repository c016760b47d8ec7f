package dev.stet.storage.jdbc;

import dev.stet.storage.Bytes;
import dev.stet.storage.Column;
import dev.stet.storage.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The columns that a table has in a database, in the order in which they are written and read: those that it declares, but
 * where the dialect keeps long values apart from their row, a column without a limit is two, of which one is filled.
 *
 * @param table as it is declared
 * @param columns first those of the head's key
 * @param mostInRow how many bytes a value in a column {@link Extent#IN_ROW} has at most
 */
record Layout(Table table, List<Stored> columns, OptionalInt mostInRow) {
    Layout {
        columns = List.copyOf(columns);
    }

    static Layout of(Table table, Dialect dialect) {
        OptionalInt mostInRow = dialect.mostInRow();
        List<Stored> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            if (mostInRow.isPresent() && isOfAnyLength(column)) {
                columns.add(new Stored(column.name(), column, Extent.IN_ROW, false));
                columns.add(new Stored(column.name() + "_large", column, Extent.LARGE, false));
            } else {
                columns.add(new Stored(column.name(), column, Extent.ANY, isAlwaysThere(table, column)));
            }
        }
        return new Layout(table, columns, mostInRow).requireMark();
    }

    private Layout requireMark() {
        if (table.isHead() && mark().isEmpty()) {
            throw new IllegalArgumentException(
                    "the head " + table
                            + " needs a required column beside its key and revision, by which a deleted one is told from others");
        }
        return this;
    }

    private static boolean isOfAnyLength(Column column) {
        return column.type() == Column.Type.BYTES && column.limit().isEmpty();
    }

    /** Whether every row has a value in a column. Of a deleted head, its key and its revision stay. */
    static boolean isAlwaysThere(Table table, Column column) {
        return table.isHead() ? column.position() <= 2 : column.required();
    }

    /**
     * The first column that has a value in every row but in those of deleted heads, beyond the key and the revision of the
     * head: by it, a row is known to be there.
     *
     * @return empty where there is none; a head has one
     */
    Optional<Stored> mark() {
        int beyond = table.isHead() ? 2 : 1;
        return columns.stream()
                .filter(stored -> stored.column().position() > beyond
                        && stored.column().required()
                        && !stored.column().heavy())
                .findFirst();
    }

    /** The column that a value of a declared one is in. */
    Stored stored(Column column, Object value) {
        return columns.stream()
                .filter(stored -> stored.column().equals(column) && holds(stored, value))
                .findFirst()
                .orElseThrow();
    }

    /** Whether a value of the declared column is in this one of the two that it may be. */
    boolean holds(Stored stored, Object value) {
        return stored.extent() == Extent.ANY
                || (((Bytes) value).length() <= mostInRow.orElseThrow()) == (stored.extent() == Extent.IN_ROW);
    }

    /** Which values of its declared column a stored column holds. */
    enum Extent {
        /** All of them. */
        ANY,
        /** Those of at most {@link Dialect#mostInRow} bytes. */
        IN_ROW,
        /** Those of more. */
        LARGE
    }

    /**
     * A column in the database.
     *
     * @param name its name there
     * @param column the declared column that its values are of
     * @param extent which of that column's values
     * @param required whether every row of the table has a value in it, also that of a deleted head
     */
    record Stored(String name, Column column, Extent extent, boolean required) {}
}
