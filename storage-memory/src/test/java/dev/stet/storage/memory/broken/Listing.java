package dev.stet.storage.memory.broken;

import dev.stet.storage.Index;
import dev.stet.storage.Row;
import dev.stet.storage.Scan;
import dev.stet.storage.Values;
import java.util.List;
import java.util.stream.Stream;

/** A scan made by hand, in an order of somebody's own. */
final class Listing {
    /** An order of the values in a part of an index. */
    interface PartOrder {
        int compare(Index.Part part, Object one, Object other);
    }

    /** The order that the contract asks for. */
    static final PartOrder RIGHT = (part, one, other) ->
            part.descending() ? Values.ORDER.compare(other, one) : Values.ORDER.compare(one, other);

    private final PartOrder order;

    Listing(PartOrder order) {
        this.order = order;
    }

    /** What a scan lists of some rows. */
    List<Row> list(Scan scan, Stream<Row> rows) {
        List<Index.Part> parts = scan.index().parts();
        List<Index.Part> open = parts.subList(scan.prefix().size(), parts.size());
        return rows.filter(row -> parts.stream().allMatch(part -> row.has(part.column())))
                .filter(row -> compare(parts, row, scan.prefix()) == 0)
                .filter(row -> scan.start().isEmpty()
                        || isBehind(
                                scan.start().get(),
                                compare(open, row, scan.start().get().values())))
                .filter(row -> scan.conditions().stream().allMatch(condition -> condition.accepts(row)))
                .sorted((one, other) -> compare(
                        parts,
                        one,
                        parts.stream().map(part -> other.value(part.column())).toList()))
                .skip(scan.offset())
                .limit(scan.limit())
                .map(Row::light)
                .toList();
    }

    private static boolean isBehind(Scan.Start start, int compared) {
        return compared > 0 || (compared == 0 && start.inclusive());
    }

    private int compare(List<Index.Part> parts, Row row, List<Object> place) {
        for (int i = 0; i < place.size(); i++) {
            int compared = order.compare(parts.get(i), row.value(parts.get(i).column()), place.get(i));
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }
}
