package dev.stet.examples.rocksdb;

import dev.stet.storage.Catalogue;
import dev.stet.storage.Changeset;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.Scan;
import dev.stet.storage.Table;
import dev.stet.storage.Write;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/** What a changeset comes to, beside what is stored. Not thread-safe. */
final class Step {
    private final View before;
    private final List<byte[]> left = new ArrayList<>();
    private final List<Row> coming = new ArrayList<>();
    private final Set<Integer> kept = new HashSet<>();

    /** @param before in which the head is at the revision that the change expects */
    Step(Changeset change, Catalogue catalogue, View before) {
        this.before = before;
        Key head = change.head();
        leave(head);
        change.row().ifPresentOrElse(coming::add, () -> {
            for (Table owned : catalogue.ownedBy(head.table())) {
                before.walk(Scan.of(owned, owned.key(), head.values().toArray()), this::leave);
            }
        });
        for (int i = 0; i < change.writes().size(); i++) {
            take(change.writes().get(i), i);
        }
    }

    private void take(Write write, int place) {
        if (write instanceof Write.Put put) {
            leave(put.row().key());
            coming.add(put.row());
        } else if (write instanceof Write.Add add) {
            coming.add(add.row());
        } else if (write instanceof Write.Delete delete) {
            leave(delete.key());
        } else if (write instanceof Write.AddIfAbsent add) {
            before.find(add.row().key()).ifPresentOrElse(known -> kept.add(place), () -> coming.add(add.row()));
        }
    }

    private void leave(Key key) {
        before.find(key).ifPresent(this::leave);
    }

    private void leave(Row row) {
        left.addAll(Encoding.places(row));
    }

    /** The places among the writes of those that found their row there already. */
    Set<Integer> kept() {
        return kept;
    }

    /** What goes, goes first: its place in a unique index may be that of a row that comes. */
    void writeTo(WriteBatch batch) throws RocksDBException {
        for (byte[] place : left) {
            batch.delete(place);
        }
        for (Row row : coming) {
            byte[] key = Encoding.of(row.key());
            for (byte[] place : Encoding.places(row)) {
                batch.put(place, key);
            }
            batch.put(key, Encoding.row(row));
        }
    }
}
