package dev.stet.storage.memory;

import dev.stet.storage.Condition;
import dev.stet.storage.Row;
import dev.stet.storage.Scan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pcollections.TreePMap;

/**
 * The rows of one table that belong to one head. Immutable.
 *
 * @param maps one for each order of the table, in which a row is found by its place there
 */
record TableRows(Shape shape, List<TreePMap<List<Object>, Row>> maps) {
    static TableRows none(Shape shape) {
        List<TreePMap<List<Object>, Row>> maps = new ArrayList<>();
        shape.orders().forEach(order -> maps.add(TreePMap.empty(order)));
        return new TableRows(shape, List.copyOf(maps));
    }

    /** @param key the values of its key */
    Optional<Row> find(List<Object> key) {
        return Optional.ofNullable(maps.get(0).get(key));
    }

    Collection<Row> all() {
        return maps.get(0).values();
    }

    /** The rows of a scan of this head, by their place, but for its offset and its limit. */
    Stream<Map.Entry<List<Object>, Row>> range(Order order, Scan scan) {
        TreePMap<List<Object>, Row> map = maps.get(order.number());
        List<Object> start = order.start(scan);
        return (order.isFirst(start) ? map : map.tailMap(start, true))
                .entrySet().stream()
                        .takeWhile(entry -> order.begins(entry.getKey(), scan.prefix()))
                        .filter(entry -> meets(entry.getValue(), scan.conditions()));
    }

    private static boolean meets(Row row, List<Condition> conditions) {
        for (Condition condition : conditions) {
            if (!condition.accepts(row)) {
                return false;
            }
        }
        return true;
    }

    /**
     * These with another row in the place of one of the same key.
     *
     * @throws IllegalStateException when a third one has its place in an order
     */
    TableRows with(Optional<Row> before, Optional<Row> after) {
        List<TreePMap<List<Object>, Row>> replaced = new ArrayList<>(maps.size());
        for (Order order : shape.orders()) {
            replaced.add(replaced(order, before.flatMap(order::place), after.flatMap(order::place), after));
        }
        return new TableRows(shape, List.copyOf(replaced));
    }

    private TreePMap<List<Object>, Row> replaced(
            Order order, Optional<List<Object>> before, Optional<List<Object>> after, Optional<Row> row) {
        TreePMap<List<Object>, Row> map = maps.get(order.number());
        boolean moves = !before.equals(after);
        if (moves && before.isPresent()) {
            map = map.minus(before.get());
        }
        if (after.isEmpty()) {
            return map;
        }
        if (moves && map.containsKey(after.get())) {
            throw new IllegalStateException(
                    "another row stands where " + row.orElseThrow() + " would in " + order.index());
        }
        return map.plus(after.get(), row.orElseThrow());
    }
}
