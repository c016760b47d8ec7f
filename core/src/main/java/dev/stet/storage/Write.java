package dev.stet.storage;

/** What a {@link Changeset} does to one row that belongs to its head. */
public sealed interface Write {
    Table table();

    /** Adds a row, or replaces all of the one with its key. */
    record Put(Row row) implements Write {
        public Put {
            whole(row);
        }

        @Override
        public Table table() {
            return row.table();
        }
    }

    /** Adds a row whose key no other row has. */
    record Add(Row row) implements Write {
        public Add {
            whole(row);
        }

        @Override
        public Table table() {
            return row.table();
        }
    }

    /** Adds a row, unless there is one with its key: that one stays as it is. */
    record AddIfAbsent(Row row) implements Write {
        public AddIfAbsent {
            whole(row);
        }

        @Override
        public Table table() {
            return row.table();
        }
    }

    /** Deletes the row with a key, and nothing else: whether something needs it is decided before. */
    record Delete(Key key) implements Write {
        public Delete {
            if (key.table().isHead() || key.values().stream().anyMatch(Key.Link.class::isInstance)) {
                throw new IllegalArgumentException(
                        "a changeset deletes rows that belong to its head, by their values: " + key);
            }
        }

        @Override
        public Table table() {
            return key.table();
        }
    }

    /** The head that the row belongs to. */
    default Key head() {
        if (this instanceof Put put) {
            return put.row().head();
        }
        if (this instanceof Add add) {
            return add.row().head();
        }
        return this instanceof AddIfAbsent add
                ? add.row().head()
                : ((Delete) this).key().head();
    }

    private static void whole(Row row) {
        if (row.table().isHead()) {
            throw new IllegalArgumentException("a changeset has one row of a head, and that apart: " + row);
        }
        if (!row.isWhole()) {
            throw new IllegalArgumentException("a row is written whole: " + row);
        }
    }
}
