package dev.stet.storage.memory.broken;

import dev.stet.storage.ApplyResult;
import dev.stet.storage.Catalogue;
import dev.stet.storage.Changeset;
import dev.stet.storage.Column;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.Scan;
import dev.stet.storage.Storage;
import dev.stet.storage.memory.MemoryStorage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Deletes the revision with the head: the key can be used again. */
public final class ForgetsTheDeleted implements Storage {
    private final Catalogue catalogue;
    private final MemoryStorage first;
    private final Map<Key, MemoryStorage> afterDeletion = new ConcurrentHashMap<>();

    public ForgetsTheDeleted(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.first = new MemoryStorage(catalogue);
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        ApplyResult result = storeOf(changeset.head()).apply(changeset, patience);
        if (changeset.row().isEmpty() && result instanceof ApplyResult.Applied) {
            afterDeletion.put(changeset.head(), new MemoryStorage(catalogue));
        }
        return result;
    }

    @Override
    public Optional<ApplyResult> applyAlone(
            Key head, Function<? super Storage, Optional<Changeset>> decision, Duration patience) {
        return storeOf(head).applyAlone(head, decision, patience);
    }

    @Override
    public List<Optional<Row>> read(List<Key> keys) {
        return keys.isEmpty() ? List.of() : storeOf(keys.get(0).head()).read(keys);
    }

    @Override
    public List<Row> scan(Scan scan) {
        return storeOf(scan).scan(scan);
    }

    @Override
    public long count(Scan scan) {
        return storeOf(scan).count(scan);
    }

    @Override
    public List<Row> chain(Key first, Column next, int limit) {
        return storeOf(first.head()).chain(first, next, limit);
    }

    private MemoryStorage storeOf(Scan scan) {
        return Rewriting.head(scan).map(this::storeOf).orElse(first);
    }

    private MemoryStorage storeOf(Key head) {
        return afterDeletion.getOrDefault(head, first);
    }
}
