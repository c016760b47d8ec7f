package dev.stet.storage;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An order in which the rows of a table can be read. A row that has no value in one of its columns is not in it.
 *
 * @param name unique in the catalogue: a store may give it to what it keeps the order in
 * @param parts its columns, the first one first. The columns of the table's key are among them, unless it is unique, so that
 *     no two rows have the same place
 * @param unique whether two rows never have the same values in it; the rules see to that, a store need not
 */
public record Index(String name, List<Part> parts, boolean unique) {
    /**
     * One of the columns that an index compares.
     *
     * @param column whose values are compared
     * @param descending whether the highest come first
     */
    public record Part(Column column, boolean descending) {
        @Override
        public String toString() {
            return column.name() + (descending ? " descending" : "");
        }
    }

    public Index {
        parts = List.copyOf(parts);
    }

    @Override
    public String toString() {
        return name + parts.stream().map(Part::toString).collect(Collectors.joining(", ", " (", ")"));
    }
}
