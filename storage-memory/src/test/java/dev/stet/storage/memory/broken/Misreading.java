package dev.stet.storage.memory.broken;

import dev.stet.storage.Catalogue;
import dev.stet.storage.Column;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.Scan;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.util.List;
import java.util.Optional;

/** A store that returns other rows than it has. */
abstract class Misreading extends ForwardingStorage {
    Misreading(Catalogue catalogue) {
        super(new MemoryStorage(catalogue));
    }

    /** The row that is returned; none where it is not. */
    abstract Optional<Row> misread(Row row);

    @Override
    public List<Optional<Row>> read(List<Key> keys) {
        return super.read(keys).stream().map(row -> row.flatMap(this::misread)).toList();
    }

    @Override
    public List<Row> scan(Scan scan) {
        return misread(super.scan(scan));
    }

    @Override
    public List<Row> chain(Key first, Column next, int limit) {
        return misread(super.chain(first, next, limit));
    }

    private List<Row> misread(List<Row> rows) {
        return rows.stream().map(this::misread).flatMap(Optional::stream).toList();
    }
}
