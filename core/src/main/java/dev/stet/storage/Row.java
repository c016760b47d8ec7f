package dev.stet.storage;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table: a value in each {@linkplain Column#required() required} column, and in the others a value or none. One
 * that a scan returned has none in the heavy columns. Immutable; equal to one with equal values in the same table.
 */
public final class Row {
    private final Table table;
    private final @Nullable Object[] values;
    /** What {@link #as} made of it: whoever comes second makes an equal one. */
    private @Nullable Object read;

    private Row(Table table, @Nullable Object[] values) {
        this.table = table;
        this.values = values;
    }

    /** Begins a row of a table. */
    public static Builder of(Table table) {
        return new Builder(table);
    }

    public Table table() {
        return table;
    }

    /** Whether it has a value in this column. */
    public boolean has(Column column) {
        return values[place(column)] != null;
    }

    /** The value in a column that has one: a {@link String}, {@link Long}, {@link Boolean} or {@link Bytes}. */
    public Object value(Column column) {
        Object value = values[place(column)];
        if (value == null) {
            throw new IllegalArgumentException("there is nothing in " + column + " of " + this);
        }
        return value;
    }

    /** The value in a column, if there is one. */
    public Optional<Object> find(Column column) {
        return Optional.ofNullable(values[place(column)]);
    }

    /** The text in a column, if there is one. */
    public Optional<String> findText(Column column) {
        return Optional.ofNullable((String) values[place(column)]);
    }

    /** The number in a column, if there is one. */
    public OptionalLong findNumber(Column column) {
        Long value = (Long) values[place(column)];
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /** The text in a column that has one. */
    public String text(Column column) {
        return (String) value(column);
    }

    /** The number in a column that has one. */
    public long number(Column column) {
        return (Long) value(column);
    }

    /** The flag in a column that has one. */
    public boolean flag(Column column) {
        return (Boolean) value(column);
    }

    /** The bytes in a column that has some. */
    public Bytes bytes(Column column) {
        return (Bytes) value(column);
    }

    /** Its key. */
    public Key key() {
        return Key.of(table, this);
    }

    /** The key of the head's row that it belongs to; of a head's row, its own. */
    public Key head() {
        return Key.of(table.owner(), values[0], values[1]);
    }

    /** Whether it has a value in every required column, the heavy ones too. */
    public boolean isWhole() {
        return table.columns().stream().noneMatch(column -> column.required() && values[column.position()] == null);
    }

    /** The same row without its heavy columns, as a scan returns it. */
    public Row light() {
        if (table.heavy().stream().allMatch(column -> values[column.position()] == null)) {
            return this;
        }
        @Nullable Object[] light = values.clone();
        table.heavy().forEach(column -> light[column.position()] = null);
        return new Row(table, light);
    }

    /**
     * The fact that a row is, read from it once.
     *
     * @param codec reads it; the same one for all rows of a table
     */
    @SuppressWarnings("unchecked") // One codec for each table, which makes one type.
    public <R> R as(Function<Row, R> codec) {
        Object known = read;
        if (known == null) {
            known = codec.apply(this);
            read = known;
        }
        return (R) known;
    }

    private int place(Column column) {
        if (!table.has(column)) {
            throw new IllegalArgumentException(column + " is no column of " + table);
        }
        return column.position();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Row that && table.equals(that.table) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(", ", table + "[", "]");
        for (Column column : table.columns()) {
            Object value = values[column.position()];
            if (value != null) {
                text.add(column.name() + "=" + value);
            }
        }
        return text.toString();
    }

    /** Fills a row. Not thread-safe. */
    public static final class Builder {
        private final Table table;
        private @Nullable Object[] values;

        private Builder(Table table) {
            this.table = table;
            this.values = new Object[table.columns().size()];
        }

        /**
         * A value of a column.
         *
         * @throws IllegalArgumentException when it is none that the column can hold
         */
        public Builder set(Column column, Object value) {
            if (!table.has(column)) {
                throw new IllegalArgumentException(column + " is no column of " + table);
            }
            values[column.position()] = column.checked(value);
            return this;
        }

        /**
         * The row.
         *
         * @throws IllegalArgumentException when a required column that is not heavy has no value
         */
        public Row build() {
            for (Column column : table.columns()) {
                if (column.required() && !column.heavy() && values[column.position()] == null) {
                    throw new IllegalArgumentException("a row of " + table + " needs a value in " + column.name());
                }
            }
            Row row = new Row(table, values);
            values = new Object[table.columns().size()];
            return row;
        }
    }
}
