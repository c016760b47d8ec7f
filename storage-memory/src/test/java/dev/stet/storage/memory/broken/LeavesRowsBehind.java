package dev.stet.storage.memory.broken;

import dev.stet.facts.PageTable;
import dev.stet.storage.ApplyResult;
import dev.stet.storage.Catalogue;
import dev.stet.storage.Changeset;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.Scan;
import dev.stet.storage.Storage;
import dev.stet.storage.Table;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Deletes a head, and leaves rows that belonged to it. */
public final class LeavesRowsBehind extends ForwardingStorage {
    private final List<Table> left;
    /** What belonged to heads that were deleted. */
    private final Map<Key, List<Row>> graves = new ConcurrentHashMap<>();

    private LeavesRowsBehind(Catalogue catalogue, Predicate<Table> left) {
        super(new MemoryStorage(catalogue));
        this.left = catalogue.tables().stream().filter(left).toList();
    }

    /** Leaves what its config pages said. */
    public static Storage ofPages(Catalogue catalogue) {
        return new LeavesRowsBehind(catalogue, PageTable.TABLE::equals);
    }

    /** Leaves all that is not its own row. */
    public static Storage ofAllTables(Catalogue catalogue) {
        return new LeavesRowsBehind(catalogue, table -> !table.isHead() && !table.outlivesOwner());
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        List<Row> before = changeset.row().isEmpty() ? rows(changeset.head()) : List.of();
        ApplyResult result = super.apply(changeset, patience);
        if (result instanceof ApplyResult.Applied && !before.isEmpty()) {
            graves.put(changeset.head(), before);
        }
        return result;
    }

    private List<Row> rows(Key head) {
        return left.stream()
                .filter(table -> table.owner().equals(head.table()))
                .flatMap(table -> super.scan(Rewriting.all(table, head)).stream())
                .flatMap(row -> Rewriting.one(this, row.key()).stream())
                .toList();
    }

    @Override
    public List<Row> scan(Scan scan) {
        List<Row> found = super.scan(scan);
        return found.isEmpty()
                ? new Listing(Listing.RIGHT)
                        .list(
                                scan,
                                graves.values().stream()
                                        .flatMap(List::stream)
                                        .filter(row -> row.table().equals(scan.table())))
                : found;
    }
}
