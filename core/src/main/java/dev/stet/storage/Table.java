package dev.stet.storage;

import dev.stet.storage.Index.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of one kind look like: what is in them, how one is found, and in which orders they are listed. Immutable;
 * compared by identity.
 *
 * <p>A <b>head</b> is a table whose rows change only while they are at an expected revision; the rows of every other table
 * belong to a row of a head, and change only with it. The first two columns of every table are the key of the head's row: the
 * workspace, and the name of the head's table.
 */
public final class Table {
    /** The column that a head has for its revision. */
    public static final String REVISION = "head_revision";

    private static final int LONGEST_ID = 128;
    private static final int HEAD = 3;

    private final String name;
    private final Optional<Table> owner;
    private final boolean outlivesOwner;
    private final List<Column> columns;
    private final Index key;
    private final List<Index> indexes;
    private final List<Column> heavy;

    private Table(Builder builder, Index key) {
        this.name = builder.name;
        this.owner = Optional.ofNullable(builder.owner);
        this.outlivesOwner = builder.outlivesOwner;
        this.columns = List.copyOf(builder.columns);
        this.key = key;
        this.indexes = List.copyOf(builder.indexes);
        this.heavy = columns.stream().filter(Column::heavy).toList();
    }

    /** Begins a table of heads. Its key is the workspace and a text of the table's name; its third column the revision. */
    public static Builder head(String name) {
        Builder table = new Builder(name, null, name);
        table.number(REVISION);
        return table.key();
    }

    /** Begins a table whose rows belong to those of a head. */
    public static Builder ownedBy(Table head, String name) {
        if (!head.isHead()) {
            throw new IllegalArgumentException("the rows of " + name + " belong to a head, which " + head + " is not");
        }
        return new Builder(name, head, head.name);
    }

    /** Its name: of the letters a to z and underscores, at most 30, unique in its catalogue. */
    public String name() {
        return name;
    }

    public boolean isHead() {
        return owner.isEmpty();
    }

    /** The head that its rows belong to; itself where it is one. */
    public Table owner() {
        return owner.orElse(this);
    }

    /** Whether its rows stay when the head that they belong to is deleted. */
    public boolean outlivesOwner() {
        return outlivesOwner;
    }

    /** All its columns: first those of the head's key. */
    public List<Column> columns() {
        return columns;
    }

    /** The column of the workspace. */
    public Column workspace() {
        return columns.get(0);
    }

    /** The column of the head's id. */
    public Column id() {
        return columns.get(1);
    }

    /** The order of its key, by which a row is found. */
    public Index key() {
        return key;
    }

    /** The other orders in which its rows are listed. */
    public List<Index> indexes() {
        return indexes;
    }

    /** Those of its columns that a scan leaves out. */
    List<Column> heavy() {
        return heavy;
    }

    boolean has(Index index) {
        return index.equals(key) || indexes.contains(index);
    }

    boolean has(Column column) {
        return column.position() < columns.size()
                && columns.get(column.position()).equals(column);
    }

    @Override
    public String toString() {
        return name;
    }

    /** Declares a table, column by column. Not thread-safe. */
    public static final class Builder {
        private final String name;
        private final @Nullable Table owner;
        private final List<Column> columns = new ArrayList<>();
        private final List<Index> indexes = new ArrayList<>();
        private List<Part> key = List.of();
        private boolean outlivesOwner;

        private Builder(String name, @Nullable Table owner, String id) {
            this.name = named(name);
            this.owner = owner;
            text("workspace", LONGEST_ID);
            text(id, LONGEST_ID);
        }

        /** A text of at most so many UTF-16 units. */
        public Column text(String column, int limit) {
            return add(column, Column.Type.TEXT, limit, true, false);
        }

        public Column text(String column) {
            return add(column, Column.Type.TEXT, Column.UNLIMITED, true, false);
        }

        public Column optionalText(String column, int limit) {
            return add(column, Column.Type.TEXT, limit, false, false);
        }

        public Column optionalText(String column) {
            return add(column, Column.Type.TEXT, Column.UNLIMITED, false, false);
        }

        public Column number(String column) {
            return add(column, Column.Type.NUMBER, Column.UNLIMITED, true, false);
        }

        public Column optionalNumber(String column) {
            return add(column, Column.Type.NUMBER, Column.UNLIMITED, false, false);
        }

        public Column flag(String column) {
            return add(column, Column.Type.FLAG, Column.UNLIMITED, true, false);
        }

        /** At most so many bytes. */
        public Column bytes(String column, int limit) {
            return add(column, Column.Type.BYTES, limit, true, false);
        }

        /** Any number of bytes, which a scan leaves out. */
        public Column heavyBytes(String column) {
            return add(column, Column.Type.BYTES, Column.UNLIMITED, true, true);
        }

        public Column hash(String column) {
            return add(column, Column.Type.HASH, Column.HASH_BYTES, true, false);
        }

        public Column optionalHash(String column) {
            return add(column, Column.Type.HASH, Column.HASH_BYTES, false, false);
        }

        /** What finds a row among those of its head. */
        public Builder key(Part... parts) {
            key = Stream.concat(owned().stream(), Stream.of(parts)).toList();
            return this;
        }

        /** The rows stay when their head is deleted. */
        public Builder outlivesOwner() {
            outlivesOwner = true;
            return this;
        }

        /** An order in which the rows of one head are listed. */
        public Builder index(String index, Part... parts) {
            return add(index, Stream.concat(owned().stream(), Stream.of(parts)).toList(), false);
        }

        /** The same, where no two rows of a head have the same values. */
        public Builder uniqueIndex(String index, Part... parts) {
            return add(index, Stream.concat(owned().stream(), Stream.of(parts)).toList(), true);
        }

        /** An order in which all rows of a workspace are listed. The id of the head has a place of its own in it. */
        public Builder workspaceIndex(String index, Part... parts) {
            return add(
                    index,
                    Stream.concat(Stream.of(columns.get(0).ascending()), Stream.of(parts))
                            .toList(),
                    false);
        }

        /** The id of the head. */
        public Column id() {
            return columns.get(1);
        }

        public Table build() {
            Set<Column> keyed = key.stream().map(Part::column).collect(Collectors.toSet());
            for (Index index : indexes) {
                if (!index.unique()
                        && !index.parts().stream()
                                .map(Part::column)
                                .collect(Collectors.toSet())
                                .containsAll(keyed)) {
                    throw new IllegalArgumentException(
                            "two rows of " + name + " could have the same place in " + index + "; add the key " + key);
                }
            }
            if (key.isEmpty() || !keyed.stream().allMatch(Column::required)) {
                throw new IllegalArgumentException(name + " needs a key of columns that every row has; it has " + key);
            }
            if (owner == null
                    && columns.stream()
                                    .filter(column -> column.required() && !column.heavy())
                                    .count()
                            <= HEAD) {
                throw new IllegalArgumentException(
                        "a head needs a required column beside its key and its revision, by which"
                                + " one that was deleted is told from others; " + name + " has " + columns);
            }
            return new Table(this, new Index(name + "_key", key, true));
        }

        private List<Part> owned() {
            return List.of(columns.get(0).ascending(), columns.get(1).ascending());
        }

        private Builder add(String index, List<Part> parts, boolean unique) {
            indexes.add(new Index(named(index), parts, unique));
            return this;
        }

        private Column add(String column, Column.Type type, int limit, boolean required, boolean heavy) {
            Column added = new Column(name, named(column), type, limit, columns.size(), required, heavy);
            if (columns.stream().anyMatch(other -> other.name().equals(column))) {
                throw new IllegalArgumentException(name + " has a column " + column + " already");
            }
            columns.add(added);
            return added;
        }

        private static String named(String given) {
            if (!given.matches("[a-z][a-z_]{0,29}")) {
                throw new IllegalArgumentException(
                        "a name is of at most 30 letters a to z and underscores, not " + given);
            }
            return given;
        }
    }
}
