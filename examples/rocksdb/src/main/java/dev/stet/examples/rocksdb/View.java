package dev.stet.examples.rocksdb;

import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.Scan;
import dev.stet.storage.StorageException;
import dev.stet.storage.Table;
import java.util.Optional;
import java.util.function.Consumer;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Snapshot;

/** What is stored, as it was when this was made. RocksDB keeps that until this is closed. Not thread-safe. */
final class View implements AutoCloseable {
    private final RocksDB database;
    private final Snapshot snapshot;
    private final ReadOptions then;

    View(RocksDB database) {
        this.database = database;
        this.snapshot = database.getSnapshot();
        this.then = new ReadOptions().setSnapshot(snapshot);
    }

    @Override
    public void close() {
        then.close();
        database.releaseSnapshot(snapshot);
    }

    /** The revision that a head is at, or was at when it was deleted; 0 where it never was. */
    long revision(Key head) {
        return get(Encoding.ofRevision(head)).map(Encoding::number).orElse(0L);
    }

    Optional<Row> find(Key key) {
        return get(Encoding.of(key)).map(found -> Encoding.row(key.table(), found));
    }

    private Optional<byte[]> get(byte[] key) {
        try {
            return Optional.ofNullable(database.get(then, key));
        } catch (RocksDBException failure) {
            throw unread(failure);
        }
    }

    private static StorageException unread(RocksDBException failure) {
        return new StorageException("RocksDB could not read: " + failure.getMessage(), failure);
    }

    /**
     * Visits the rows of a scan, whole, in its order.
     *
     * @return how many
     */
    long walk(Scan scan, Consumer<Row> visitor) {
        byte[] range = Encoding.of(scan.index(), scan.prefix());
        long met = 0;
        long last = scan.offset() + scan.limit();
        try (RocksIterator entry = database.newIterator(then)) {
            entry.seek(Encoding.start(scan));
            while (met < last && entry.isValid() && Encoding.beginsWith(entry.key(), range)) {
                Row row = row(scan, entry.value());
                if (scan.conditions().stream().allMatch(condition -> condition.accepts(row)) && ++met > scan.offset()) {
                    visitor.accept(row);
                }
                entry.next();
            }
            entry.status();
        } catch (RocksDBException failure) {
            throw unread(failure);
        }
        return Math.max(0, met - scan.offset());
    }

    /** At its place in the table's key is the row itself, at those in other indexes its key. */
    private Row row(Scan scan, byte[] found) {
        Table table = scan.table();
        return Encoding.row(
                table, scan.index().equals(table.key()) ? found : get(found).orElseThrow());
    }
}
