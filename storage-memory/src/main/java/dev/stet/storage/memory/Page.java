package dev.stet.storage.memory;

import dev.stet.storage.Row;
import dev.stet.storage.Scan;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * The rows of a scan across heads, gathered along a list of them. The state of each head is read once and decides where its
 * rows stand, wherever the list had them: so a row that moves meanwhile is on the page at most once, and never missing for
 * having been met at the place it left. Not thread-safe.
 */
final class Page {
    private final Shape shape;
    private final Order order;
    private final Scan scan;
    private final long wanted;
    private final Set<HeadCell> met = new HashSet<>();
    /** The first of those met, as many as wanted. */
    private final TreeMap<List<Object>, Row> first;

    Page(Shape shape, Order order, Scan scan) {
        this.shape = shape;
        this.order = order;
        this.scan = scan;
        this.wanted = scan.limit() == 0 ? 0 : sum(scan.offset(), scan.limit());
        this.first = new TreeMap<>(order);
    }

    /** Whether nothing that stands at this place or behind it can be on the page any more. */
    boolean isFullBefore(List<Object> place) {
        return first.size() >= wanted && (wanted == 0 || order.compare(first.lastKey(), place) <= 0);
    }

    void meet(HeadCell cell) {
        if (met.add(cell)) {
            cell.state()
                    .rows(shape)
                    .range(order, scan)
                    .takeWhile(entry -> !isFullBefore(entry.getKey()))
                    .forEachOrdered(entry -> take(entry.getKey(), entry.getValue()));
        }
    }

    List<Row> rows() {
        return first.values().stream()
                .skip(scan.offset())
                .limit(scan.limit())
                .map(Row::light)
                .toList();
    }

    private void take(List<Object> place, Row row) {
        first.put(place, row);
        if (first.size() > wanted) {
            first.pollLastEntry();
        }
    }

    private static long sum(long offset, int limit) {
        return offset > Long.MAX_VALUE - limit ? Long.MAX_VALUE : offset + limit;
    }
}
