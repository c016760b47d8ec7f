package dev.stet.storage;

/** What a row must be like to be listed. A row with nothing in the column is not. */
public sealed interface Condition {
    /** The column that is looked at. */
    Column column();

    /** Whether a row is so: for stores that look at rows themselves. */
    default boolean accepts(Row row) {
        return row.find(column()).filter(this::accepts).isPresent();
    }

    /** Whether a value of the column is so. */
    boolean accepts(Object value);

    /** Equal to a value. */
    record Equal(Column column, Object value) implements Condition {
        public Equal {
            column.checked(value);
        }

        @Override
        public boolean accepts(Object found) {
            return found.equals(value);
        }
    }

    /** A text that has another one in it, code point by code point. */
    record Contains(Column column, String text) implements Condition {
        public Contains {
            if (column.type() != Column.Type.TEXT) {
                throw new IllegalArgumentException(column + " holds no text");
            }
        }

        @Override
        public boolean accepts(Object found) {
            return ((String) found).contains(text);
        }
    }

    /** A number from {@code least} on up to {@code most}, both of them included. */
    record Between(Column column, long least, long most) implements Condition {
        public Between {
            column.checked(least);
        }

        @Override
        public boolean accepts(Object found) {
            long number = (Long) found;
            return least <= number && number <= most;
        }
    }
}
