package dev.stet.storage.tck;

import dev.stet.storage.ApplyResult;
import dev.stet.storage.Changeset;
import dev.stet.storage.Column;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.Scan;
import dev.stet.storage.Storage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A store that hands every call to another one: to be overridden where a test wants something to happen. */
public class ForwardingStorage implements Storage {
    private final Storage store;

    public ForwardingStorage(Storage store) {
        this.store = store;
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        return store.apply(changeset, patience);
    }

    /** The decision reads from the other store itself. */
    @Override
    public Optional<ApplyResult> applyAlone(
            Key head, Function<? super Storage, Optional<Changeset>> decision, Duration patience) {
        return store.applyAlone(head, decision, patience);
    }

    @Override
    public List<Optional<Row>> read(List<Key> keys) {
        return store.read(keys);
    }

    @Override
    public List<Row> scan(Scan scan) {
        return store.scan(scan);
    }

    @Override
    public long count(Scan scan) {
        return store.count(scan);
    }

    @Override
    public List<Row> chain(Key first, Column next, int limit) {
        return store.chain(first, next, limit);
    }
}
