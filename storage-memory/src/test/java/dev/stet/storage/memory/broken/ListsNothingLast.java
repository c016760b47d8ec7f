package dev.stet.storage.memory.broken;

import dev.stet.storage.Catalogue;
import dev.stet.storage.Row;
import dev.stet.storage.Scan;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.util.List;
import java.util.stream.Stream;

/** Lists the rows with no value in a part of an index as well, after all others. */
public final class ListsNothingLast extends ForwardingStorage {
    public ListsNothingLast(Catalogue catalogue) {
        super(new MemoryStorage(catalogue));
    }

    @Override
    public List<Row> scan(Scan scan) {
        if (Rewriting.head(scan).isEmpty() || scan.prefix().size() > 2) {
            return super.scan(scan);
        }
        Stream<Row> missing = super.scan(
                        Rewriting.all(scan.table(), Rewriting.head(scan).orElseThrow()))
                .stream()
                .filter(row -> scan.index().parts().stream().anyMatch(part -> !row.has(part.column())))
                .filter(row -> scan.conditions().stream().allMatch(condition -> condition.accepts(row)));
        return Stream.concat(super.scan(Rewriting.whole(scan)).stream(), missing)
                .skip(scan.offset())
                .limit(scan.limit())
                .toList();
    }
}
