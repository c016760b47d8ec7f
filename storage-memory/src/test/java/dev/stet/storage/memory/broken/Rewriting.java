package dev.stet.storage.memory.broken;

import dev.stet.storage.Changeset;
import dev.stet.storage.Column;
import dev.stet.storage.Condition;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.Scan;
import dev.stet.storage.Storage;
import dev.stet.storage.Table;
import dev.stet.storage.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Rows and changesets, rewritten as a careless store might write or read them. */
final class Rewriting {
    private Rewriting() {}

    static Column column(Table table, String name) {
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** What a row has in a column. */
    static Optional<Object> find(Row row, String column) {
        return row.find(column(row.table(), column));
    }

    /** The same row with other values in place of those that it has. */
    static Row row(Row row, BiFunction<Column, Object, Optional<?>> value) {
        Row.Builder written = Row.of(row.table());
        row.table()
                .columns()
                .forEach(column -> row.find(column)
                        .flatMap(known -> value.apply(column, known))
                        .ifPresent(other -> written.set(column, other)));
        return written.build();
    }

    static Row without(Row row, String... columns) {
        List<String> names = List.of(columns);
        return row(row, (column, value) -> names.contains(column.name()) ? Optional.empty() : Optional.of(value));
    }

    /** The same row with what another one has in some columns. */
    static Row with(Row row, Row other, Predicate<Column> taken) {
        Row.Builder written = Row.of(row.table());
        row.table()
                .columns()
                .forEach(column ->
                        (taken.test(column) ? other : row).find(column).ifPresent(value -> written.set(column, value)));
        return written.build();
    }

    static Row with(Row row, Column changed, Object value) {
        Row.Builder written = Row.of(row.table());
        row.table().columns().forEach(column -> row.find(column).ifPresent(known -> written.set(column, known)));
        return written.set(changed, value).build();
    }

    /** The row that is written, unless one is deleted. */
    static Optional<Row> row(Write write) {
        if (write instanceof Write.Put put) {
            return Optional.of(put.row());
        }
        if (write instanceof Write.Add add) {
            return Optional.of(add.row());
        }
        return write instanceof Write.AddIfAbsent add ? Optional.of(add.row()) : Optional.empty();
    }

    /** The same writes of other rows. */
    static Write write(Write write, UnaryOperator<Row> rewriting) {
        if (write instanceof Write.Put put) {
            return new Write.Put(rewriting.apply(put.row()));
        }
        if (write instanceof Write.Add add) {
            return new Write.Add(rewriting.apply(add.row()));
        }
        return write instanceof Write.AddIfAbsent add ? new Write.AddIfAbsent(rewriting.apply(add.row())) : write;
    }

    /** The same change with other rows, that of the head among them. */
    static Changeset rows(Changeset change, UnaryOperator<Row> rewriting) {
        return new Changeset(
                change.head(),
                change.expected(),
                change.row().map(rewriting),
                change.writes().stream().map(write -> write(write, rewriting)).toList());
    }

    static Changeset writes(Changeset change, UnaryOperator<Write> rewriting) {
        return with(change, change.writes().stream().map(rewriting).toList());
    }

    static Changeset with(Changeset change, List<Write> writes) {
        return new Changeset(change.head(), change.expected(), change.row(), writes);
    }

    /** The same rows at other times. */
    static Changeset times(Changeset change, LongUnaryOperator time) {
        return rows(
                change,
                row -> row(
                        row,
                        (column, value) -> Optional.of(
                                column.name().equals("at") || column.name().endsWith("_at")
                                        ? time.applyAsLong((Long) value)
                                        : value)));
    }

    /** What is read where some rows are misread, and the links of others lead where the misread rows say. */
    static List<Optional<Row>> misread(
            Function<List<Key>, List<Optional<Row>>> reading,
            List<Key> keys,
            BiFunction<Key, Optional<Row>, Optional<Row>> misreading) {
        List<Optional<Row>> stored = reading.apply(keys);
        List<Optional<Row>> told = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Key key = keys.get(i);
            Optional<Key> led = key.resolved(told);
            Optional<Row> row = led.equals(key.resolved(stored))
                    ? stored.get(i)
                    : led.flatMap(other -> reading.apply(List.of(other)).get(0));
            told.add(led.isPresent() ? misreading.apply(led.get(), row) : Optional.empty());
        }
        return told;
    }

    static Optional<Row> one(Storage store, Key key) {
        return store.read(List.of(key)).get(0);
    }

    /** The row's key in its table with other values in it. */
    static Key key(Key key, BiFunction<Integer, Object, Object> value) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < key.values().size(); i++) {
            values.add(value.apply(i, key.values().get(i)));
        }
        return new Key(key.table(), values);
    }

    /** All rows of a table that belong to a head. */
    static Scan all(Table table, Key head) {
        return Scan.of(table, table.key(), head.values().subList(0, 2).toArray());
    }

    /** The head that a scan is of, if it is of one. */
    static Optional<Key> head(Scan scan) {
        return scan.prefix().size() > 1
                        && scan.index()
                                .parts()
                                .get(1)
                                .column()
                                .equals(scan.table().id())
                ? Optional.of(Key.of(
                        scan.table().owner(),
                        scan.prefix().get(0),
                        scan.prefix().get(1)))
                : Optional.empty();
    }

    static Scan withPrefix(Scan scan, List<Object> prefix) {
        return new Scan(
                scan.table(), scan.index(), prefix, scan.start(), scan.conditions(), scan.offset(), scan.limit());
    }

    static Scan withStart(Scan scan, Optional<Scan.Start> start) {
        return new Scan(
                scan.table(), scan.index(), scan.prefix(), start, scan.conditions(), scan.offset(), scan.limit());
    }

    static Scan withConditions(Scan scan, List<Condition> conditions) {
        return new Scan(
                scan.table(), scan.index(), scan.prefix(), scan.start(), conditions, scan.offset(), scan.limit());
    }

    /** Without its offset and its limit. */
    static Scan whole(Scan scan) {
        return scan.offset(0).limit(Integer.MAX_VALUE);
    }
}
