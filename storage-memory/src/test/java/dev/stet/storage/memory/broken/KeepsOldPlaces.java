package dev.stet.storage.memory.broken;

import dev.stet.storage.ApplyResult;
import dev.stet.storage.Catalogue;
import dev.stet.storage.Changeset;
import dev.stet.storage.Index;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.Scan;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Leaves a row that moves within an index also in the place where it was. */
public final class KeepsOldPlaces extends ForwardingStorage {
    private final Set<Row> replaced = ConcurrentHashMap.newKeySet();

    public KeepsOldPlaces(Catalogue catalogue) {
        super(new MemoryStorage(catalogue));
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        List<Key> keys = Stream.concat(
                        changeset.row().stream(),
                        changeset.writes().stream().flatMap(write -> Rewriting.row(write).stream()))
                .map(Row::key)
                .toList();
        List<Optional<Row>> before = super.read(keys);
        ApplyResult result = super.apply(changeset, patience);
        if (result instanceof ApplyResult.Applied) {
            before.forEach(row -> row.ifPresent(replaced::add));
        }
        return result;
    }

    @Override
    public List<Row> scan(Scan scan) {
        if (scan.index().equals(scan.table().key())) {
            return super.scan(scan);
        }
        List<Row> listed =
                super.scan(Scan.of(scan.table(), scan.index(), scan.prefix().get(0)));
        Stream<Row> old = replaced.stream()
                .filter(row -> row.table().equals(scan.table()))
                .filter(row -> listed.stream().noneMatch(now -> isSamePlace(scan.index(), row, now)))
                .distinct();
        return new Listing(Listing.RIGHT).list(scan, Stream.concat(listed.stream(), old));
    }

    private static boolean isSamePlace(Index index, Row one, Row other) {
        return index.parts().stream().allMatch(part -> one.find(part.column()).equals(other.find(part.column())));
    }
}
