package dev.stet.storage.memory.broken;

import dev.stet.storage.ApplyResult;
import dev.stet.storage.Catalogue;
import dev.stet.storage.Changeset;
import dev.stet.storage.Column;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.Scan;
import dev.stet.storage.Write;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Compares the ids of heads in a collation that does not know upper from lower case. */
public final class FoldsIds extends ForwardingStorage {
    public FoldsIds(Catalogue catalogue) {
        super(new MemoryStorage(catalogue));
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        return super.apply(
                new Changeset(
                        folded(changeset.head()),
                        changeset.expected(),
                        changeset.row().map(FoldsIds::folded),
                        changeset.writes().stream()
                                .map(write -> write instanceof Write.Delete delete
                                        ? new Write.Delete(folded(delete.key()))
                                        : Rewriting.write(write, FoldsIds::folded))
                                .toList()),
                patience);
    }

    @Override
    public List<Optional<Row>> read(List<Key> keys) {
        return super.read(keys.stream().map(FoldsIds::folded).toList());
    }

    @Override
    public List<Row> scan(Scan scan) {
        return super.scan(folded(scan));
    }

    @Override
    public long count(Scan scan) {
        return super.count(folded(scan));
    }

    @Override
    public List<Row> chain(Key first, Column next, int limit) {
        return super.chain(folded(first), next, limit);
    }

    private static Object folded(Object id) {
        return ((String) id).toLowerCase(Locale.ROOT);
    }

    private static Key folded(Key key) {
        return Rewriting.key(key, (place, value) -> place == 1 ? folded(value) : value);
    }

    private static Row folded(Row row) {
        return Rewriting.row(row, (column, value) -> Optional.of(column.position() == 1 ? folded(value) : value));
    }

    private static Scan folded(Scan scan) {
        if (Rewriting.head(scan).isEmpty()) {
            return scan;
        }
        List<Object> prefix = new ArrayList<>(scan.prefix());
        prefix.set(1, folded(prefix.get(1)));
        return Rewriting.withPrefix(scan, prefix);
    }
}
