package dev.stet.storage.memory.broken;

import dev.stet.storage.Catalogue;
import dev.stet.storage.Condition;
import dev.stet.storage.Row;
import dev.stet.storage.Scan;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.util.List;
import java.util.Locale;

/** Finds a text in another one whether its letters are large or small. */
public final class FoldsContains extends ForwardingStorage {
    public FoldsContains(Catalogue catalogue) {
        super(new MemoryStorage(catalogue));
    }

    @Override
    public List<Row> scan(Scan scan) {
        List<Condition> others = scan.conditions().stream()
                .filter(condition -> !(condition instanceof Condition.Contains))
                .toList();
        return super.scan(Rewriting.whole(Rewriting.withConditions(scan, others))).stream()
                .filter(row -> scan.conditions().stream().allMatch(condition -> accepts(condition, row)))
                .skip(scan.offset())
                .limit(scan.limit())
                .toList();
    }

    private static boolean accepts(Condition condition, Row row) {
        return condition instanceof Condition.Contains contains
                ? row.find(contains.column())
                        .filter(text -> folded((String) text).contains(folded(contains.text())))
                        .isPresent()
                : condition.accepts(row);
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
