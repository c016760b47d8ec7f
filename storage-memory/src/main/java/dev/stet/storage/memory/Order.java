package dev.stet.storage.memory;

import dev.stet.storage.Index;
import dev.stet.storage.Row;
import dev.stet.storage.Scan;
import dev.stet.storage.Table;
import dev.stet.storage.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One of the orders of a table. A place in it is a list of values, one for each part of its index; of fewer values, it is the
 * place before all that begin with them. Those of one map have the workspace in common, or the head, too, where the order is
 * within heads: these values are not compared. Immutable.
 */
final class Order implements Comparator<List<Object>> {
    /** As the last value of a place: behind all that begin with the values before it. */
    private enum Edge {
        BEHIND
    }

    private static final int HEAD = 2;

    private final Index index;
    private final int number;
    private final int common;

    /** @param number which of its table's orders this is, from 0 on */
    Order(Table table, Index index, int number) {
        this.index = index;
        this.number = number;
        this.common = index.parts().size() >= HEAD
                        && index.parts().get(1).equals(table.id().ascending())
                ? HEAD
                : 1;
    }

    Index index() {
        return index;
    }

    int number() {
        return number;
    }

    /** Whether rows of different heads stand between each other in it. */
    boolean spansHeads() {
        return common < HEAD;
    }

    /** Where a row stands; empty when it has nothing in a column. */
    Optional<List<Object>> place(Row row) {
        List<Index.Part> parts = index.parts();
        Object[] values = new Object[parts.size()];
        for (int i = 0; i < values.length; i++) {
            Optional<Object> value = row.find(parts.get(i).column());
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values[i] = value.get();
        }
        return Optional.of(Arrays.asList(values));
    }

    /** Where a scan begins. */
    List<Object> start(Scan scan) {
        if (scan.start().isEmpty()) {
            return scan.prefix();
        }
        List<Object> values = new ArrayList<>(scan.prefix());
        values.addAll(scan.start().get().values());
        if (!scan.start().get().inclusive()) {
            values.add(Edge.BEHIND);
        }
        return values;
    }

    /** Whether a place comes before all that differ in a compared value. */
    boolean isFirst(List<Object> place) {
        return place.size() <= common;
    }

    /** Whether the rows at a place are among those with a prefix. */
    boolean begins(List<Object> place, List<Object> prefix) {
        for (int i = common; i < prefix.size(); i++) {
            if (!place.get(i).equals(prefix.get(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int compare(List<Object> one, List<Object> other) {
        int length = Math.min(one.size(), other.size());
        for (int i = common; i < length; i++) {
            int compared = compare(i, one.get(i), other.get(i));
            if (compared != 0) {
                return compared;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    private int compare(int part, Object one, Object other) {
        if (one instanceof Edge || other instanceof Edge) {
            return Boolean.compare(one instanceof Edge, other instanceof Edge);
        }
        int compared = Values.ORDER.compare(one, other);
        return index.parts().get(part).descending() ? -compared : compared;
    }
}
