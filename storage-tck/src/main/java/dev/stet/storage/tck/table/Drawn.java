package dev.stet.storage.tck.table;

import dev.stet.storage.Bytes;
import dev.stet.storage.Column;
import dev.stet.storage.Condition;
import dev.stet.storage.Index;
import dev.stet.storage.Index.Part;
import dev.stet.storage.Row;
import dev.stet.storage.Scan;
import dev.stet.storage.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Rows and scans as they are drawn: of few values, so that they meet, and of those that are easily sorted wrongly. */
public final class Drawn {
    private static final List<String> TEXTS =
            List.of("a", "", "A", "a ", "aa", "é", "e\u0301", "\uD7A3", "\uD83D\uDE00", "_", "%", "\\", "'");
    private static final List<Long> NUMBERS = List.of(0L, 1L, 2L, -1L, 256L, Long.MAX_VALUE, Long.MIN_VALUE);
    private static final List<Bytes> BYTES = List.of(
            Bytes.ofHex("01"),
            Bytes.ofHex(""),
            Bytes.ofHex("00"),
            Bytes.ofHex("0000"),
            Bytes.ofHex("7f"),
            Bytes.ofHex("80"),
            Bytes.ofHex("ff"),
            Bytes.ofHex("ff00"));
    private static final List<Bytes> HASHES = List.of(
            Bytes.ofHex("00".repeat(32)),
            Bytes.ofHex("00".repeat(31) + "01"),
            Bytes.ofHex("7f".repeat(32)),
            Bytes.ofHex("80" + "00".repeat(31)),
            Bytes.ofHex("ff".repeat(32)));

    /** The workspaces of what is drawn. */
    public static final List<String> WORKSPACES = List.of("w", "W");

    private static final List<String> IDS = List.of("a", "A", "b");
    private static final double NOTHING = 0.3;

    private Drawn() {}

    /** A value that a column can hold. */
    private static Arbitrary<Object> values(Column column) {
        if (column.position() == 0) {
            return Arbitraries.of(WORKSPACES).map(Object.class::cast);
        }
        if (column.position() == 1) {
            return Arbitraries.of(IDS).map(Object.class::cast);
        }
        return switch (column.type()) {
            case TEXT -> Arbitraries.of(TEXTS).map(Object.class::cast);
            case NUMBER -> Arbitraries.of(NUMBERS).map(Object.class::cast);
            case FLAG -> Arbitraries.of(false, true).map(Object.class::cast);
            case BYTES -> Arbitraries.of(BYTES).map(Object.class::cast);
            case HASH -> Arbitraries.of(HASHES).map(Object.class::cast);
        };
    }

    /** Rows of a table, of any head. */
    public static Arbitrary<Row> rows(Table table) {
        List<Arbitrary<Optional<Object>>> cells = table.columns().stream()
                .map(column -> values(column).optional(column.required() ? 1 : 1 - NOTHING))
                .toList();
        return Combinators.combine(cells).as(values -> row(table, values));
    }

    private static Row row(Table table, List<Optional<Object>> values) {
        Row.Builder row = Row.of(table);
        table.columns().forEach(column -> values.get(column.position()).ifPresent(value -> row.set(column, value)));
        return withoutTwins(row.build());
    }

    /** What no two rows of a head have in common is made of their keys. */
    private static Row withoutTwins(Row row) {
        if (row.table().equals(KitTables.ITEM) && row.has(KitTables.ITEM_CODE)) {
            return KitTables.with(
                    row, KitTables.ITEM_CODE, row.text(KitTables.ITEM_SHELF) + row.number(KitTables.ITEM_NUMBER));
        }
        return row.table().equals(KitTables.TRAIL) && row.has(KitTables.TRAIL_REQUEST)
                ? KitTables.with(row, KitTables.TRAIL_REQUEST, "r" + row.number(KitTables.TRAIL_NUMBER))
                : row;
    }

    /** Rows of all tables whose rows belong to heads. */
    public static Arbitrary<Row> ownedRows() {
        return Arbitraries.of(KitTables.ITEM, KitTables.ITEM, KitTables.PIECE, KitTables.TRAIL, KitTables.THING)
                .flatMap(Drawn::rows);
    }

    /** Rows of all tables. */
    public static Arbitrary<Row> allRows() {
        return Arbitraries.frequencyOf(Tuple.of(1, heads()), Tuple.of(6, ownedRows()));
    }

    /** Rows of heads of both kinds. */
    static Arbitrary<Row> heads() {
        return Arbitraries.of(KitTables.HEAD, KitTables.HEAD, KitTables.OTHER).flatMap(Drawn::rows);
    }

    /** Scans of all tables and indexes. */
    public static Arbitrary<Scan> scans() {
        return Arbitraries.of(KitTables.ALL)
                .flatMap(table -> Arbitraries.of(KitTables.indexes(table)).flatMap(index -> scans(table, index)));
    }

    private static Arbitrary<Scan> scans(Table table, Index index) {
        List<Part> parts = index.parts();
        List<Arbitrary<Object>> values =
                parts.stream().map(part -> values(part.column())).toList();
        return Combinators.combine(
                        Combinators.combine(values).as(List::copyOf),
                        Arbitraries.integers().between(1, parts.size()),
                        Arbitraries.integers().between(0, parts.size()),
                        Arbitraries.of(false, true),
                        conditions(table).list().ofMaxSize(2),
                        Arbitraries.frequencyOf(
                                Tuple.of(3, Arbitraries.just(0L)), Tuple.of(1, Arbitraries.of(1L, 2L, Long.MAX_VALUE))),
                        Arbitraries.of(Integer.MAX_VALUE, Integer.MAX_VALUE, 3, 1, 0))
                .as((bound, prefix, until, inclusive, conditions, offset, limit) -> new Scan(
                        table,
                        index,
                        new ArrayList<>(bound.subList(0, prefix)),
                        until <= prefix
                                ? Optional.empty()
                                : Optional.of(new Scan.Start(bound.subList(prefix, until), inclusive)),
                        conditions,
                        offset,
                        limit));
    }

    private static Arbitrary<Condition> conditions(Table table) {
        return Arbitraries.of(table.columns().stream()
                        .filter(column -> !column.heavy())
                        .toList())
                .flatMap(Drawn::conditions);
    }

    private static Arbitrary<Condition> conditions(Column column) {
        Arbitrary<Condition> equal = values(column).map(value -> new Condition.Equal(column, value));
        return switch (column.type()) {
            case TEXT ->
                Arbitraries.oneOf(equal, values(column).map(text -> new Condition.Contains(column, (String) text)));
            case NUMBER ->
                Arbitraries.oneOf(
                        equal,
                        Combinators.combine(values(column), values(column))
                                .as((least, most) -> new Condition.Between(column, (Long) least, (Long) most)));
            default -> equal;
        };
    }
}
