package dev.stet.storage.memory.broken;

import dev.stet.storage.ApplyResult;
import dev.stet.storage.Catalogue;
import dev.stet.storage.Changeset;
import dev.stet.storage.Column;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.Write;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Writes new rows before it looks at the head, and leaves them there when it refuses the change. */
public final class KeepsRefusedRows extends ForwardingStorage {
    private final Map<Key, Row> written = new ConcurrentHashMap<>();

    public KeepsRefusedRows(Catalogue catalogue) {
        super(new MemoryStorage(catalogue));
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        changeset.writes().stream()
                .filter(write -> write instanceof Write.AddIfAbsent)
                .flatMap(write -> Rewriting.row(write).stream())
                .forEach(row -> written.put(row.key(), row));
        return super.apply(changeset, patience);
    }

    @Override
    public List<Row> chain(Key first, Column next, int limit) {
        List<Row> found = super.chain(first, next, limit);
        return found.isEmpty() && limit > 0
                ? Stream.ofNullable(written.get(first)).toList()
                : found;
    }
}
