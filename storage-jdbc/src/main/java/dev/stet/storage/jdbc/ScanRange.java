package dev.stet.storage.jdbc;

import dev.stet.storage.Bytes;
import dev.stet.storage.Column;
import dev.stet.storage.Index.Part;
import dev.stet.storage.Scan;
import java.util.List;

/** The range of an index that a scan lists, as conditions. */
final class ScanRange {
    private static final String EMPTY_HASH = "00".repeat(Column.HASH_BYTES);

    private final Scan scan;
    private final List<Part> parts;
    private final int bound;

    private ScanRange(Scan scan) {
        this.scan = scan;
        this.parts = scan.index().parts();
        this.bound = scan.prefix().size();
    }

    static ScanRange of(Scan scan) {
        return new ScanRange(scan);
    }

    /** For a list. There is a bound in either case: by it H2 knows the index that needs no sorting. */
    void bound(Select select) {
        prefix(select);
        if (scan.start().isPresent()) {
            start(select, scan.start().get());
        } else if (bound < parts.size()) {
            end(select, parts.get(bound));
        }
        present(select, bound + 1);
    }

    /** For a count, which needs no order. */
    void counted(Select select) {
        prefix(select);
        scan.start().ifPresent(start -> start(select, start));
        present(select, bound);
    }

    private void prefix(Select select) {
        for (int i = 0; i < bound; i++) {
            Column column = parts.get(i).column();
            select.where(column.name() + " = ?")
                    .arguments()
                    .value(column, scan.prefix().get(i));
        }
    }

    /** A row that has nothing in a column of the index is not in the index; a deleted head has nothing in most. */
    private void present(Select select, int from) {
        for (Part part : parts.subList(Math.min(from, parts.size()), parts.size())) {
            if (!Layout.isAlwaysThere(scan.table(), part.column())) {
                select.where(part.column().name() + " IS NOT NULL");
            }
        }
    }

    /** As far as the first part goes, one bound of the range; the rest then compares those that are at this bound. */
    private void start(Select select, Scan.Start start) {
        Part first = parts.get(bound);
        if (start.values().size() == 1) {
            select.where(first.column().name() + beyond(first, start.inclusive()) + "?")
                    .arguments()
                    .value(first.column(), start.values().get(0));
            return;
        }
        select.where(first.column().name() + beyond(first, true) + "?")
                .arguments()
                .value(first.column(), start.values().get(0));
        String text = first.column().name() + beyond(first, false) + "? OR ";
        select.arguments().value(first.column(), start.values().get(0));
        select.where("(" + text + later(select.arguments(), start, 1) + ")");
    }

    /** What is later by this part or, where it is the same in this part, by those that follow. */
    private String later(Arguments arguments, Scan.Start start, int place) {
        Part part = parts.get(bound + place);
        boolean last = place == start.values().size() - 1;
        Object value = start.values().get(place);
        arguments.value(part.column(), value);
        String text = part.column().name() + beyond(part, last && start.inclusive()) + "?";
        if (last) {
            return text;
        }
        arguments.value(part.column(), value);
        return text + " OR (" + part.column().name() + " = ? AND (" + later(arguments, start, place + 1) + "))";
    }

    private static String beyond(Part part, boolean inclusive) {
        return (part.descending() ? " <" : " >") + (inclusive ? "= " : " ");
    }

    /** A bound that all values are within. */
    private static void end(Select select, Part part) {
        Column column = part.column();
        String name = column.name();
        switch (column.type()) {
            case NUMBER ->
                select.where(name + beyond(part, true) + "?")
                        .arguments()
                        .number(part.descending() ? Long.MAX_VALUE : Long.MIN_VALUE);
            case TEXT -> select.where(name + " >= ?").arguments().text("");
            case FLAG -> select.where(name + " >= ?").arguments().value(column, false);
            case BYTES -> select.where(name + " >= ?").arguments().value(column, Bytes.of(new byte[0]));
            case HASH -> select.where(name + " >= ?").arguments().value(column, Bytes.ofHex(EMPTY_HASH));
        }
    }
}
