package dev.stet.storage.memory.broken;

import dev.stet.storage.ApplyResult;
import dev.stet.storage.Catalogue;
import dev.stet.storage.Changeset;
import dev.stet.storage.Column;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.Scan;
import dev.stet.storage.Storage;
import dev.stet.storage.Table;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Has nothing of a table that it was not opened for, and takes what is written there without a word. */
public final class PassesOverUnknownTables extends ForwardingStorage {
    private final List<Table> known;

    public PassesOverUnknownTables(Catalogue catalogue) {
        super(new MemoryStorage(catalogue));
        this.known = catalogue.tables();
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        return known.contains(changeset.head().table())
                ? super.apply(known(changeset), patience)
                : new ApplyResult.Applied(Set.of());
    }

    @Override
    public Optional<ApplyResult> applyAlone(
            Key head, Function<? super Storage, Optional<Changeset>> decision, Duration patience) {
        return known.contains(head.table())
                ? super.applyAlone(head, store -> decision.apply(store).map(this::known), patience)
                : Optional.empty();
    }

    private Changeset known(Changeset changeset) {
        return Rewriting.with(
                changeset,
                changeset.writes().stream()
                        .filter(write -> known.contains(write.table()))
                        .toList());
    }

    @Override
    public List<Optional<Row>> read(List<Key> keys) {
        return keys.stream().allMatch(key -> known.contains(key.table()))
                ? super.read(keys)
                : keys.stream().map(key -> Optional.<Row>empty()).toList();
    }

    @Override
    public List<Row> scan(Scan scan) {
        return known.contains(scan.table()) ? super.scan(scan) : List.of();
    }

    @Override
    public long count(Scan scan) {
        return known.contains(scan.table()) ? super.count(scan) : 0;
    }

    @Override
    public List<Row> chain(Key first, Column next, int limit) {
        return known.contains(first.table()) ? super.chain(first, next, limit) : List.of();
    }
}
