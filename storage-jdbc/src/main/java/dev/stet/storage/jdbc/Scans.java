package dev.stet.storage.jdbc;

import dev.stet.storage.Column;
import dev.stet.storage.Condition;
import dev.stet.storage.Row;
import dev.stet.storage.Scan;
import dev.stet.storage.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Rows in the order of an index. Each list is one range of that index; its order names the columns of the index from the first
 * on, those with only one value too: H2 takes the order of an index for what it is only then.
 */
final class Scans {
    private final Tables tables;
    private final Map<Table, Readings> readings = new HashMap<>();

    Scans(Tables tables) {
        this.tables = tables;
        tables.catalogue().tables().forEach(table -> readings.put(table, new Readings(tables.layout(table))));
    }

    List<Row> rows(Session session, Scan scan) {
        RowReading reading = reading(scan);
        return session.list(sql(scan), result -> reading.read(result, 0, scan.prefix())).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    long count(Session session, Scan scan) {
        long all = session.list(countSql(scan), result -> result.getLong(1)).get(0);
        return Math.max(0, Math.min(scan.limit(), all - scan.offset()));
    }

    Sql sql(Scan scan) {
        Select select = select(reading(scan).names(""), scan);
        ScanRange.of(scan).bound(select);
        where(select, scan);
        select.then(scan.index().parts().stream()
                .map(part -> part.column().name() + (part.descending() ? " DESC" : ""))
                .collect(Collectors.joining(", ", "ORDER BY ", "")));
        return page(select, scan);
    }

    /** All that the scan would list if it had no limit and passed over none. */
    Sql countSql(Scan scan) {
        Select select = select("COUNT(*)", scan);
        ScanRange.of(scan).counted(select);
        where(select, scan);
        return select.sql();
    }

    private Select select(String columns, Scan scan) {
        return Select.of("SELECT " + columns + " FROM " + tables.qualified(scan.table()));
    }

    private void where(Select select, Scan scan) {
        if (scan.table().isHead()
                && scan.index().parts().stream().allMatch(part -> Layout.isAlwaysThere(scan.table(), part.column()))) {
            select.where(readings(scan).mark() + " IS NOT NULL");
        }
        scan.conditions().forEach(condition -> where(select, readings(scan).layout(), condition));
    }

    private void where(Select select, Layout layout, Condition condition) {
        Column column = condition.column();
        if (condition instanceof Condition.Equal equal) {
            select.where(layout.stored(column, equal.value()).name() + " = ?")
                    .arguments()
                    .value(column, equal.value());
        } else if (condition instanceof Condition.Contains contains) {
            select.where(tables.dialect().contains().replace("{column}", column.name()))
                    .arguments()
                    .text(contains.text());
        } else {
            Condition.Between between = (Condition.Between) condition;
            select.where(column.name() + " BETWEEN ? AND ?")
                    .arguments()
                    .number(between.least())
                    .number(between.most());
        }
    }

    private static Sql page(Select select, Scan scan) {
        if (scan.offset() > 0) {
            select.then("LIMIT ? OFFSET ?").arguments().number(scan.limit()).number(scan.offset());
        } else if (scan.limit() < Integer.MAX_VALUE) {
            select.then("LIMIT ?").arguments().number(scan.limit());
        }
        return select.sql();
    }

    private RowReading reading(Scan scan) {
        return isOfOneHead(scan) ? readings(scan).ofHead() : readings(scan).ofWorkspace();
    }

    /** Whether a scan lists the rows of one head, the id of which it has among the values that it begins with. */
    static boolean isOfOneHead(Scan scan) {
        return scan.prefix().size() > 1
                && scan.index().parts().get(1).column().equals(scan.table().id());
    }

    private Readings readings(Scan scan) {
        return Optional.ofNullable(readings.get(scan.table())).orElseThrow();
    }

    /** How the rows of a table are read, with what is known of them beforehand. */
    private record Readings(Layout layout, String mark, RowReading ofHead, RowReading ofWorkspace) {
        Readings(Layout layout) {
            this(
                    layout,
                    layout.mark()
                            .map(Layout.Stored::name)
                            .orElse(layout.table().workspace().name()),
                    RowReading.light(layout, 2),
                    RowReading.light(layout, 1));
        }
    }
}
