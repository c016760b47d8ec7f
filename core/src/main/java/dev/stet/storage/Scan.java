package dev.stet.storage;

import dev.stet.storage.Index.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which rows of a table to list, in the order of one of its indexes.
 *
 * @param table of which table
 * @param index in which order; rows that are not in the index are not listed
 * @param prefix the values that the first parts of the index must have: at least the workspace
 * @param start where to begin among those; empty for the first of them
 * @param conditions what else must hold of each row; about no heavy column
 * @param offset how many of those rows to pass over, not negative
 * @param limit how many to list at most, not negative
 */
public record Scan(
        Table table,
        Index index,
        List<Object> prefix,
        Optional<Start> start,
        List<Condition> conditions,
        long offset,
        int limit) {
    /**
     * A place in an index, which need not be that of a row.
     *
     * @param values those of the parts that follow the prefix, the first one first; at least one. A row whose values in these
     *     parts are the same is at this place
     * @param inclusive whether rows at this place are listed; otherwise those after it
     */
    public record Start(List<Object> values, boolean inclusive) {
        public Start {
            values = List.copyOf(values);
        }
    }

    public Scan {
        prefix = List.copyOf(prefix);
        conditions = List.copyOf(conditions);
        if (!table.has(index)) {
            throw new IllegalArgumentException(index + " is no index of " + table);
        }
        List<Object> bound = new ArrayList<>(prefix);
        start.ifPresent(place -> bound.addAll(place.values()));
        List<Part> parts = index.parts();
        if (prefix.isEmpty()
                || bound.size() > parts.size()
                || start.filter(place -> place.values().isEmpty()).isPresent()) {
            throw new IllegalArgumentException(
                    "a scan of " + index + " begins with the workspace and has at most as many"
                            + " values as the index has parts, not " + prefix + start);
        }
        for (int i = 0; i < bound.size(); i++) {
            parts.get(i).column().checked(bound.get(i));
        }
        for (Condition condition : conditions) {
            if (!table.has(condition.column()) || condition.column().heavy()) {
                throw new IllegalArgumentException(
                        condition + " is about no column that a scan of " + table + " reads");
            }
        }
        if (offset < 0 || limit < 0) {
            throw new IllegalArgumentException("offset " + offset + " and limit " + limit + " must not be negative");
        }
    }

    /** All rows of an index whose first parts have these values. */
    public static Scan of(Table table, Index index, Object... prefix) {
        return new Scan(table, index, Arrays.asList(prefix), Optional.empty(), List.of(), 0, Integer.MAX_VALUE);
    }

    /** From a place on. */
    public Scan from(Object... values) {
        return startingAt(new Start(Arrays.asList(values), true));
    }

    /** After a place. */
    public Scan after(Object... values) {
        return startingAt(new Start(Arrays.asList(values), false));
    }

    private Scan startingAt(Start place) {
        return new Scan(table, index, prefix, Optional.of(place), conditions, offset, limit);
    }

    /** Only rows that meet one condition more. */
    public Scan where(Condition condition) {
        List<Condition> more = new ArrayList<>(conditions);
        more.add(condition);
        return new Scan(table, index, prefix, start, more, offset, limit);
    }

    public Scan offset(long given) {
        return new Scan(table, index, prefix, start, conditions, given, limit);
    }

    public Scan limit(int given) {
        return new Scan(table, index, prefix, start, conditions, offset, given);
    }
}
