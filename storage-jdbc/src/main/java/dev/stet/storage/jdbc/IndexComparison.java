package dev.stet.storage.jdbc;

import dev.stet.storage.Table;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds the key and the indexes of one table that is there against those that are expected. */
final class IndexComparison {
    private final Tables tables;
    private final Table table;
    private final Map<String, Found> columns;
    private final Collation collation;
    private final List<FoundIndex> found;
    private final Mending mending;

    /** By what the database compares the texts of a column. */
    interface Collation {
        String of(Found column);
    }

    IndexComparison(
            Tables tables, Table table, Map<String, Found> columns, Collation collation, Collection<FoundIndex> found) {
        this.tables = tables;
        this.table = table;
        this.columns = columns;
        this.collation = collation;
        this.found =
                found.stream().map(index -> index.collated(this::isPeculiar)).toList();
        this.mending = new Mending(tables);
    }

    /** Whether an index has a collation that is neither that of the bytes nor its column's, which is looked at by itself. */
    private boolean isPeculiar(FoundIndex.Part part) {
        return part.collation()
                .filter(name -> !name.equals(tables.dialect().binaryCollation()))
                .filter(name -> Optional.ofNullable(columns.get(part.column()))
                        .filter(column -> collation.of(column).equals(name))
                        .isEmpty())
                .isPresent();
    }

    /** All differences. */
    List<Difference> differences() {
        return missed().map(this::difference).toList();
    }

    /** As {@link ColumnComparison#textDifferences}: an index may compare texts otherwise than its table does. */
    List<Difference> textDifferences() {
        return missed().filter(
                        index -> related(index).filter(FoundIndex::isCollated).isPresent())
                .map(this::difference)
                .toList();
    }

    private Stream<StoredIndex> missed() {
        return StoredIndex.of(table, tables.dialect()).stream()
                .filter(index -> found.stream().noneMatch(there -> there.is(index)));
    }

    /** The index that is there in the place of one that is expected. */
    private Optional<FoundIndex> related(StoredIndex index) {
        return found.stream()
                .filter(there -> index.primary()
                        ? there.kind() == FoundIndex.Kind.PRIMARY
                        : there.name().equals(name(index)))
                .findFirst();
    }

    private Difference difference(StoredIndex index) {
        return index.primary() ? wrongKey(index) : wrong(index);
    }

    private Difference wrongKey(StoredIndex key) {
        Optional<FoundIndex> primary = related(key);
        String text = "the primary key of " + name() + " must be " + key + ", but "
                + primary.map(there -> "it is " + there).orElse("there is none");
        return mending.keyed(table, key, primary)
                .map(statements -> Difference.altered(text, statements))
                .orElseGet(() -> Difference.replaced(text));
    }

    private Difference wrong(StoredIndex index) {
        String what = "index " + name(index) + " on " + name();
        Optional<FoundIndex> named = related(index);
        if (named.isPresent()) {
            return Difference.altered(
                    what + " must be " + index + ", but it is " + named.get(), mending.replacing(table, index));
        }
        List<String> statements = List.of(tables.ddl().create(table, index));
        boolean canBeMade = tables.layout(table).columns().stream()
                .filter(column -> index.isOf(column.column()))
                .allMatch(column -> columns.containsKey(column.name())
                        && Fit.of(tables.dialect(), column, columns.get(column.name())) != Fit.OTHER);
        return canBeMade
                ? Difference.missing(what + " " + index, statements)
                : Difference.altered(what + " " + index + " is missing", statements);
    }

    private String name(StoredIndex index) {
        return tables.prefix() + index.name();
    }

    private String name() {
        return tables.prefix() + table.name();
    }
}
