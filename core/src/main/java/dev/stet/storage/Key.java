package dev.stet.storage;

import dev.stet.storage.Index.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What finds one row of a table.
 *
 * @param table of which table
 * @param values one for each part of the {@linkplain Table#key() table's key}, in its order. Where several keys are read
 *     together, a value that does not belong to the head's key may be a {@link Link}
 */
public record Key(Table table, List<Object> values) {
    /**
     * The value that an earlier row of the same read has in one of its columns. Where there is no such row, or nothing in that
     * column, the key finds nothing.
     *
     * @param earlier the place among the keys of the read, from 0 on, of a key of the same head
     * @param column a column of that key's table
     */
    public record Link(int earlier, Column column) {}

    public Key {
        values = List.copyOf(values);
        List<Part> parts = table.key().parts();
        if (values.size() != parts.size()) {
            throw new IllegalArgumentException("a key of " + table + " has " + parts + ", not " + values);
        }
        for (int i = 0; i < values.size(); i++) {
            if (i < 2 || !(values.get(i) instanceof Link)) {
                parts.get(i).column().checked(values.get(i));
            }
        }
    }

    public static Key of(Table table, Object... values) {
        return new Key(table, List.of(values));
    }

    static Key of(Table table, Row row) {
        List<Object> values = new ArrayList<>();
        table.key().parts().forEach(part -> values.add(row.value(part.column())));
        return new Key(table, values);
    }

    /** The key of the head's row that its row belongs to. */
    public Key head() {
        return table.isHead() ? this : new Key(table.owner(), values.subList(0, 2));
    }

    /**
     * The same key with the values that its links lead to; empty where one leads to none. For stores that find the rows of a
     * read one after the other.
     *
     * @param earlier the rows of the keys before it in the same read
     */
    public Optional<Key> resolved(List<Optional<Row>> earlier) {
        Key resolved = this;
        for (int i = 2; i < values.size(); i++) {
            if (values.get(i) instanceof Link link) {
                Optional<Object> value = earlier.get(link.earlier()).flatMap(row -> row.find(link.column()));
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                resolved = resolved.with(i, value.get());
            }
        }
        return Optional.of(resolved);
    }

    /** The same key with another last value. */
    public Key withLast(Object value) {
        return with(values.size() - 1, value);
    }

    private Key with(int place, Object value) {
        List<Object> others = new ArrayList<>(values);
        others.set(place, value);
        return new Key(table, others);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(table.name()).append(' ');
        for (int i = 0; i < values.size(); i++) {
            text.append(i == 0 ? "" : "/").append(values.get(i));
        }
        return text.toString();
    }
}
