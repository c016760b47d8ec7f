package dev.stet.storage.memory.broken;

import dev.stet.storage.ApplyResult;
import dev.stet.storage.Catalogue;
import dev.stet.storage.Changeset;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.Scan;
import dev.stet.storage.Table;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Deletes with a head also the rows that are to outlive it. */
public final class DeletesWhatOutlives extends ForwardingStorage {
    private final List<Table> outliving;
    private final Set<Key> gone = ConcurrentHashMap.newKeySet();

    public DeletesWhatOutlives(Catalogue catalogue) {
        super(new MemoryStorage(catalogue));
        this.outliving =
                catalogue.tables().stream().filter(Table::outlivesOwner).toList();
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        ApplyResult result = super.apply(changeset, patience);
        if (changeset.row().isEmpty() && result instanceof ApplyResult.Applied) {
            outliving.stream()
                    .filter(table -> table.owner().equals(changeset.head().table()))
                    .flatMap(table -> super.scan(Rewriting.all(table, changeset.head())).stream())
                    .forEach(row -> gone.add(row.key()));
        }
        return result;
    }

    @Override
    public List<Optional<Row>> read(List<Key> keys) {
        return super.read(keys).stream()
                .map(row -> row.filter(found -> !gone.contains(found.key())))
                .toList();
    }

    @Override
    public List<Row> scan(Scan scan) {
        return super.scan(scan).stream()
                .filter(row -> !gone.contains(row.key()))
                .toList();
    }
}
