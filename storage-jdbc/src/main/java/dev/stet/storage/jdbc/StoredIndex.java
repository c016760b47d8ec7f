package dev.stet.storage.jdbc;

import dev.stet.storage.Column;
import dev.stet.storage.Index;
import dev.stet.storage.Index.Part;
import dev.stet.storage.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An index, or the primary key, that a table has in a database.
 *
 * <p>H2 reads an index in no other direction than its own. The others read one backwards as well: there an index that ends
 * with its highest values is kept the other way round behind its owner, so that what is newest is added at its end, where it
 * leaves no pages half empty.
 *
 * @param name after the prefix
 * @param parts its columns
 * @param filled the columns that a row has a value in to be in the index; none where all rows are
 * @param unique whether no two rows have the same values in it
 * @param primary whether it is the primary key
 */
record StoredIndex(String name, List<Part> parts, List<Column> filled, boolean unique, boolean primary) {
    StoredIndex {
        parts = List.copyOf(parts);
        filled = List.copyOf(filled);
    }

    /** Those of a table, the key first. */
    static List<StoredIndex> of(Table table, Dialect dialect) {
        List<StoredIndex> all = new ArrayList<>();
        all.add(key(table, dialect));
        table.indexes().forEach(index -> all.add(index(index, dialect)));
        return List.copyOf(all);
    }

    private static StoredIndex key(Table table, Dialect dialect) {
        Index key = table.key();
        if (!dialect.readsBackwards() && key.parts().stream().anyMatch(Part::descending)) {
            return new StoredIndex(key.name(), key.parts(), List.of(), true, false);
        }
        List<Part> ascending =
                key.parts().stream().map(part -> part.column().ascending()).toList();
        return new StoredIndex(key.name(), ascending, List.of(), true, true);
    }

    private static StoredIndex index(Index index, Dialect dialect) {
        List<Column> filled = !dialect.indexesPartly()
                ? List.of()
                : index.parts().stream()
                        .map(Part::column)
                        .filter(column -> !column.required())
                        .toList();
        return new StoredIndex(index.name(), parts(index, dialect), filled, index.unique(), false);
    }

    private static List<Part> parts(Index index, Dialect dialect) {
        List<Part> parts = new ArrayList<>(index.parts());
        if (dialect.readsBackwards() && parts.get(parts.size() - 1).descending()) {
            int owner = parts.get(1).column().position() == 1 ? 2 : 1;
            parts.subList(owner, parts.size()).replaceAll(part -> new Part(part.column(), !part.descending()));
        }
        return parts;
    }

    boolean isOf(Column column) {
        return parts.stream().anyMatch(part -> part.column().equals(column));
    }

    /** Its columns and their directions, as SQL has them. */
    String columns() {
        return parts.stream()
                .map(part -> part.column().name() + (part.descending() ? " DESC" : ""))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** Which rows are in it, as SQL has it; empty where all are. */
    String condition() {
        return filled.stream().map(column -> column.name() + " IS NOT NULL").collect(Collectors.joining(" AND "));
    }

    /** What it is, as it is shown. */
    @Override
    public String toString() {
        return (unique && !primary ? "UNIQUE " : "") + columns() + (filled.isEmpty() ? "" : " WHERE " + condition());
    }
}
