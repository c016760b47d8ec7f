package dev.stet.storage.memory;

import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.Scan;
import dev.stet.storage.Values;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * The heads of one workspace, and the lists that run across them.
 *
 * <p>A list across heads is an immutable map, exchanged whole, because a scan walks it while rows move. In a map that changes
 * under it, the scan would pass a row that moves from ahead of it to behind it without ever meeting it. One state of the map
 * has every row that was there when the scan began.
 *
 * <p>A row is entered into a list before the state that puts it there is published and taken out after the state that removes
 * it is: a list holds at least what it must show, and scans check each entry against the state of its cell.
 */
final class Workspace {
    private final Heads heads;
    private final ConcurrentHashMap<Object, HeadCell> cells = new ConcurrentHashMap<>();
    /** The same. A head that was there once keeps its cell. */
    private final ConcurrentNavigableMap<Object, HeadCell> ordered = new ConcurrentSkipListMap<>(Values.ORDER);

    private final Map<String, AtomicReference<TreePMap<List<Object>, HeadCell>>> lists = new HashMap<>();

    Workspace(Heads heads) {
        this.heads = heads;
        heads.shapes().stream()
                .flatMap(shape -> shape.orders().stream())
                .filter(Order::spansHeads)
                .forEach(order -> lists.put(order.index().name(), new AtomicReference<>(TreePMap.empty(order))));
    }

    @Nullable
    HeadCell cell(Object id) {
        return cells.get(id);
    }

    /** The cell of a head that may not have one yet. */
    HeadCell entered(Key head) {
        Object id = head.values().get(1);
        return Optional.ofNullable(cell(id))
                .orElseGet(() -> cells.computeIfAbsent(id, absent -> {
                    HeadCell cell = new HeadCell(head, heads, this);
                    ordered.put(id, cell);
                    return cell;
                }));
    }

    /** To be called before a state is published. */
    void enter(HeadCell cell, List<Step.Move> moves) {
        moves.forEach(move ->
                move.after().ifPresent(place -> list(move.order()).updateAndGet(map -> map.plus(place, cell))));
    }

    /** To be called after a state was published. */
    void leave(List<Step.Move> moves) {
        moves.forEach(move ->
                move.before().ifPresent(place -> list(move.order()).updateAndGet(map -> map.minus(place))));
    }

    List<Row> scan(Shape shape, Scan scan) {
        Order order = shape.order(scan.index());
        if (order.spansHeads()) {
            Page page = new Page(shape, order, scan);
            for (Map.Entry<List<Object>, HeadCell> entry : from(order, scan).entrySet()) {
                if (!order.begins(entry.getKey(), scan.prefix()) || page.isFullBefore(entry.getKey())) {
                    break;
                }
                page.meet(entry.getValue());
            }
            return page.rows();
        }
        return rows(shape, order, scan)
                .skip(scan.offset())
                .limit(scan.limit())
                .map(Row::light)
                .toList();
    }

    long count(Shape shape, Scan scan) {
        Order order = shape.order(scan.index());
        Stream<Row> rows = order.spansHeads()
                ? from(order, scan).entrySet().stream()
                        .takeWhile(entry -> order.begins(entry.getKey(), scan.prefix()))
                        .map(Map.Entry::getValue)
                        .distinct()
                        .flatMap(cell -> rows(cell, shape, order, scan))
                : rows(shape, order, scan);
        return rows.skip(scan.offset()).limit(scan.limit()).count();
    }

    private AtomicReference<TreePMap<List<Object>, HeadCell>> list(Order order) {
        return Objects.requireNonNull(lists.get(order.index().name()));
    }

    private TreePMap<List<Object>, HeadCell> from(Order order, Scan scan) {
        TreePMap<List<Object>, HeadCell> all =
                Objects.requireNonNull(list(order).get());
        List<Object> start = order.start(scan);
        return order.isFirst(start) ? all : all.tailMap(start, true);
    }

    /** The rows of a scan of an order within heads: of one of them, or of one after the other. */
    private Stream<Row> rows(Shape shape, Order order, Scan scan) {
        if (scan.prefix().size() > 1) {
            return Stream.ofNullable(cell(scan.prefix().get(1))).flatMap(cell -> rows(cell, shape, order, scan));
        }
        if (scan.start().isEmpty()) {
            return ordered.values().stream().flatMap(cell -> rows(cell, shape, order, scan));
        }
        Object first = scan.start().get().values().get(0);
        Scan others = new Scan(
                scan.table(),
                scan.index(),
                scan.prefix(),
                Optional.empty(),
                scan.conditions(),
                scan.offset(),
                scan.limit());
        return ordered.tailMap(first, true).entrySet().stream()
                .flatMap(entry ->
                        rows(entry.getValue(), shape, order, entry.getKey().equals(first) ? scan : others));
    }

    private static Stream<Row> rows(HeadCell cell, Shape shape, Order order, Scan scan) {
        return cell.state().rows(shape).range(order, scan).map(Map.Entry::getValue);
    }
}
