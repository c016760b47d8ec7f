package dev.stet.examples.rocksdb;

import dev.stet.Stet;
import dev.stet.storage.ApplyResult;
import dev.stet.storage.Catalogue;
import dev.stet.storage.Changeset;
import dev.stet.storage.Column;
import dev.stet.storage.Key;
import dev.stet.storage.OutcomeUnknownException;
import dev.stet.storage.Row;
import dev.stet.storage.Scan;
import dev.stet.storage.Storage;
import dev.stet.storage.StorageException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * A store in a directory, kept by RocksDB: a sorted map of bytes to bytes in this process.
 *
 * <ul>
 *   <li><b>Atomic.</b> A changeset is one batch, and every call reads from one snapshot.
 *   <li><b>Conditional.</b> Whoever changes a head has its turn to itself, from reading its revision to writing the batch.
 *   <li><b>Durable.</b> A batch is on the disk before the call returns.
 *   <li><b>One process.</b> RocksDB locks the directory: whoever opens it a second time is refused, in the same process, too.
 *   <li><b>The same tables.</b> It may be opened for more tables than before; one that has rows keeps its columns and indexes.
 * </ul>
 */
public final class RocksStorage implements Storage, AutoCloseable {
    static {
        RocksDB.loadLibrary();
    }

    private final Catalogue catalogue;
    private final Turns turns = new Turns();
    /** Read by every call, written by {@link #close}: RocksDB must not be called when it is closed. */
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();

    private final Options options = new Options().setCreateIfMissing(true);
    private final WriteOptions durably = new WriteOptions().setSync(true);
    private final RocksDB database;

    private RocksStorage(Path directory, Catalogue catalogue) throws RocksDBException {
        this.catalogue = catalogue;
        this.database = RocksDB.open(options, directory.toString());
    }

    /** Opens the store in a directory for {@linkplain Stet#catalogue() all tables} of Stet. */
    public static RocksStorage open(Path directory) {
        return open(directory, Stet.catalogue());
    }

    /**
     * Opens the store in a directory, and makes one that is empty where there is none.
     *
     * @param directory whose parent is there
     * @throws StorageException when RocksDB cannot open it, as when another store has it open
     */
    public static RocksStorage open(Path directory, Catalogue catalogue) {
        try {
            return new RocksStorage(directory, catalogue);
        } catch (RocksDBException failure) {
            throw new StorageException("RocksDB could not open " + directory + ": " + failure.getMessage(), failure);
        }
    }

    /** Waits for the calls that are under way. Later ones throw {@link IllegalStateException}. */
    @Override
    public void close() {
        gate.writeLock().lock();
        try {
            database.close();
            durably.close();
            options.close();
        } finally {
            gate.writeLock().unlock();
        }
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        catalogue.require(changeset);
        return turns.take(changeset.head(), patience, () -> applied(changeset));
    }

    @Override
    public Optional<ApplyResult> applyAlone(
            Key head, Function<? super Storage, Optional<Changeset>> decision, Duration patience) {
        catalogue.require(head.table());
        return turns.take(head, patience, () -> decision.apply(this).map(change -> appliedAlone(head, change)));
    }

    private ApplyResult appliedAlone(Key head, Changeset change) {
        if (!change.head().equals(head)) {
            throw new IllegalStateException("a change of " + change.head() + " was decided instead of one of " + head);
        }
        return applied(catalogue.require(change));
    }

    /** For the one who has the turn. */
    private ApplyResult applied(Changeset change) {
        return look(view -> {
            long actual = view.revision(change.head());
            if (actual != change.expected()) {
                return new ApplyResult.Stale(actual);
            }
            Step step = new Step(change, catalogue, view);
            try (WriteBatch batch = new WriteBatch()) {
                step.writeTo(batch);
                batch.put(Encoding.ofRevision(change.head()), Encoding.number(actual + 1));
                database.write(durably, batch);
            } catch (RocksDBException failure) {
                throw new OutcomeUnknownException("RocksDB failed while it wrote a change", failure);
            }
            return new ApplyResult.Applied(step.kept());
        });
    }

    @Override
    public List<Optional<Row>> read(List<Key> keys) {
        keys.forEach(key -> catalogue.require(key.table()));
        return look(view -> {
            List<Optional<Row>> rows = new ArrayList<>(keys.size());
            keys.forEach(key -> rows.add(key.resolved(rows).flatMap(view::find)));
            return List.copyOf(rows);
        });
    }

    @Override
    public List<Row> scan(Scan scan) {
        catalogue.require(scan.table());
        return look(view -> {
            List<Row> rows = new ArrayList<>();
            view.walk(scan, row -> rows.add(row.light()));
            return List.copyOf(rows);
        });
    }

    @Override
    public long count(Scan scan) {
        catalogue.require(scan.table());
        return look(view -> view.walk(scan, row -> {}));
    }

    @Override
    public List<Row> chain(Key first, Column next, int limit) {
        catalogue.require(first.table());
        return look(view -> {
            List<Row> rows = new ArrayList<>();
            Optional<Key> key = Optional.of(first);
            while (key.isPresent() && rows.size() < limit) {
                Optional<Row> row = view.find(key.get());
                row.ifPresent(rows::add);
                key = row.flatMap(found -> found.find(next)).map(first::withLast);
            }
            return List.copyOf(rows);
        });
    }

    /** What is made of what is stored at one instant. */
    private <T> T look(Function<View, T> look) {
        gate.readLock().lock();
        try {
            if (!database.isOwningHandle()) {
                throw new IllegalStateException("a store must be open to be called, and this one was closed");
            }
            try (View view = new View(database)) {
                return look.apply(view);
            }
        } finally {
            gate.readLock().unlock();
        }
    }
}
