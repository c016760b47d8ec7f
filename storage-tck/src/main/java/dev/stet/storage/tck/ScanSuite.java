package dev.stet.storage.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stet.storage.Index;
import dev.stet.storage.Index.Part;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.Scan;
import dev.stet.storage.Storage;
import dev.stet.storage.tck.table.Drawn;
import dev.stet.storage.tck.table.KitTables;
import dev.stet.storage.tck.table.TableModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Any scan of any rows: the same rows in the same order as sorting all of them, as many as are counted, without their heavy
 * columns, and page by page each of them once. A row with nothing in a column of an index is not in it.
 */
public abstract class ScanSuite {
    private static final int MOST_ROWS = 40;
    private static final int SCANS = 30;

    /** A fixture whose store is empty when it is opened first. */
    protected abstract StorageFixture fixture();

    @Promise({6, 9})
    @Property(edgeCases = EdgeCasesMode.NONE)
    void aScanListsWhatSortingEverythingComesTo(@ForAll("rows") List<Row> rows, @ForAll("scans") List<Scan> scans) {
        try (StorageFixture fixture = fixture()) {
            Storage store = fixture.open(KitTables.CATALOGUE);
            TableModel model = new TableModel(KitTables.CATALOGUE);
            write(rows, store, model);
            for (Scan scan : scans) {
                assertEquals(model.scan(scan), store.scan(scan), scan::toString);
                assertEquals(model.count(scan), store.count(scan), scan::toString);
            }
            for (Row row : rows) {
                pagedFrom(row, store, model);
            }
        }
    }

    /** Each head with its rows in a change of its own; of rows with the same key, the last one. */
    private static void write(List<Row> rows, Storage store, TableModel model) {
        Map<Key, Map<Key, Row>> heads = new LinkedHashMap<>();
        rows.forEach(row ->
                heads.computeIfAbsent(row.head(), head -> new LinkedHashMap<>()).put(row.key(), row));
        heads.forEach((head, owned) -> {
            KitChange change = KitChange.of(head, 0);
            owned.forEach((key, row) -> {
                if (key.equals(head)) {
                    change.row(KitTables.with(row, KitTables.revision(head.table()), 1L));
                } else {
                    change.add(row);
                }
            });
            change.applyTo(store);
            change.applyTo(model);
        });
    }

    /** Whatever the index and the number of values that are fixed: the pages are the whole. */
    private static void pagedFrom(Row row, Storage store, TableModel model) {
        for (Index index : KitTables.indexes(row.table())) {
            List<Part> parts = index.parts();
            if (parts.stream().allMatch(part -> row.has(part.column()))) {
                int fixed = 1 + Math.floorMod(row.hashCode(), parts.size() - 1);
                Scan scan = Scan.of(row.table(), index, values(parts.subList(0, fixed), row));
                List<Row> whole = model.scan(scan);
                assertEquals(whole, paged(scan, store, whole.size()), scan::toString);
            }
        }
    }

    /** All pages, up to the first row that is too many: pages that lead back to where they began have no end. */
    private static List<Row> paged(Scan scan, Storage store, int most) {
        List<Part> parts = scan.index()
                .parts()
                .subList(scan.prefix().size(), scan.index().parts().size());
        List<Row> all = new ArrayList<>();
        List<Row> page = store.scan(scan.limit(2));
        while (!page.isEmpty() && all.size() <= most) {
            all.addAll(page);
            Row last = page.get(page.size() - 1);
            page = store.scan(scan.after(values(parts, last)).limit(2));
        }
        return all;
    }

    private static Object[] values(List<Part> parts, Row row) {
        return parts.stream().map(part -> row.value(part.column())).toArray();
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        return Drawn.allRows().list().ofMinSize(1).ofMaxSize(MOST_ROWS);
    }

    @Provide
    Arbitrary<List<Scan>> scans() {
        return Drawn.scans().list().ofSize(SCANS);
    }
}
