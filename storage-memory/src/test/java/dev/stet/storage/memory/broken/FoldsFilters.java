package dev.stet.storage.memory.broken;

import dev.stet.storage.Catalogue;
import dev.stet.storage.Column;
import dev.stet.storage.Condition;
import dev.stet.storage.Row;
import dev.stet.storage.Scan;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.text.Collator;
import java.util.List;
import java.util.Locale;

/** Compares texts in a collation made for people: without regard to case, accents and characters that are not seen. */
public final class FoldsFilters extends ForwardingStorage {
    public FoldsFilters(Catalogue catalogue) {
        super(new MemoryStorage(catalogue));
    }

    @Override
    public List<Row> scan(Scan scan) {
        List<Condition> others = scan.conditions().stream()
                .filter(condition -> !isFolded(condition))
                .toList();
        if (others.size() == scan.conditions().size()) {
            return super.scan(scan);
        }
        return super.scan(Rewriting.whole(Rewriting.withConditions(scan, others))).stream()
                .filter(row -> scan.conditions().stream()
                        .filter(FoldsFilters::isFolded)
                        .allMatch(condition -> row.find(condition.column())
                                .filter(text -> folded((String) text, ((Condition.Equal) condition).value()))
                                .isPresent()))
                .skip(scan.offset())
                .limit(scan.limit())
                .toList();
    }

    private static boolean isFolded(Condition condition) {
        return condition instanceof Condition.Equal && condition.column().type() == Column.Type.TEXT;
    }

    private static boolean folded(String text, Object other) {
        Collator people = Collator.getInstance(Locale.ROOT);
        people.setStrength(Collator.PRIMARY);
        return people.equals(text, (String) other);
    }
}
