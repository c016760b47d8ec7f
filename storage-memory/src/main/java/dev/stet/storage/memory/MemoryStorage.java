package dev.stet.storage.memory;

import dev.stet.Stet;
import dev.stet.storage.ApplyResult;
import dev.stet.storage.Catalogue;
import dev.stet.storage.Changeset;
import dev.stet.storage.Column;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.Scan;
import dev.stet.storage.Storage;
import dev.stet.storage.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A store in the memory of this process: the reference for every other store, and the host's test double.
 *
 * <ul>
 *   <li><b>Atomic, linearizable per head.</b> All of a head, and of what belongs to it, hangs on one reference to an immutable
 *       state. A changeset is one write of that reference, so a read sees it whole or not at all, and all threads see the
 *       changes of a head in the same order. A scan over several heads shows each of them as it was at one instant during the
 *       call, which need not be the same instant for all of them.
 *   <li><b>Reads never block.</b> They take no lock and wait for nobody.
 *   <li><b>Heads never wait for each other.</b> Changes of one head wait for each other. Changes of different heads share no
 *       lock; rows of one workspace that come to, leave or move within a list across its heads meet in a compare-and-set.
 *       Entering a new head or workspace into its hash table is the one moment a hash bin is locked, for the insertion alone.
 *   <li><b>Not durable.</b> Everything is gone with this object.
 *   <li><b>One process.</b> Two stores share nothing; neither do two processes.
 *   <li><b>Holds everything in memory.</b> Every row stays on the heap for as long as its head is there. Deleting a head frees
 *       all of it but its key, its revision, and the rows that outlive it.
 * </ul>
 *
 * <p>Every scan seeks to its place in an index and takes what its limit allows. Conditions are tested row by row from there on.
 *
 * <p>{@link #apply} throws {@link IllegalStateException} for a changeset that contradicts what is stored, such as one that adds
 * a row under a key that is taken, and leaves the head as it was. The rules of Stet never make such changesets, and a host must
 * not rely on all of them being found.
 */
public final class MemoryStorage implements Storage {
    private final Catalogue catalogue;
    private final Map<String, Heads> heads;

    /** An empty store for {@linkplain Stet#catalogue() all tables} of Stet. */
    public MemoryStorage() {
        this(Stet.catalogue());
    }

    /** An empty store. */
    public MemoryStorage(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.heads = Heads.of(catalogue);
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        Key key = catalogue.require(changeset).head();
        Heads found = heads(key.table());
        Optional<HeadCell> cell =
                changeset.expected() == 0 ? Optional.of(found.entered(key)) : Optional.ofNullable(found.cell(key));
        return cell.flatMap(entered -> entered.apply(() -> Optional.of(changeset), patience))
                .orElseGet(() -> new ApplyResult.Stale(0));
    }

    @Override
    public Optional<ApplyResult> applyAlone(
            Key head, Function<? super Storage, Optional<Changeset>> decision, Duration patience) {
        return Optional.ofNullable(heads(head.table()).cell(head))
                .map(found -> found.apply(() -> decision.apply(this).map(catalogue::require), patience))
                .orElseGet(() -> decision.apply(this).map(change -> apply(change, patience)));
    }

    @Override
    public List<Optional<Row>> read(List<Key> keys) {
        List<Optional<Row>> rows = new ArrayList<>(keys.size());
        Glance glance = new Glance();
        for (Key key : keys) {
            rows.add(glance.find(key, rows));
        }
        return Collections.unmodifiableList(rows);
    }

    @Override
    public List<Row> scan(Scan scan) {
        Heads found = heads(scan.table());
        return found.workspace(scan.prefix().get(0))
                .map(workspace -> workspace.scan(found.shape(scan.table()), scan))
                .orElseGet(List::of);
    }

    @Override
    public long count(Scan scan) {
        Heads found = heads(scan.table());
        return found.workspace(scan.prefix().get(0))
                .map(workspace -> workspace.count(found.shape(scan.table()), scan))
                .orElse(0L);
    }

    @Override
    public List<Row> chain(Key first, Column next, int limit) {
        Glance glance = new Glance();
        return Stream.iterate(
                        glance.find(first, List.of()),
                        Optional::isPresent,
                        row -> row.flatMap(from -> from.find(next))
                                .map(first::withLast)
                                .flatMap(key -> glance.find(key, List.of())))
                .flatMap(Optional::stream)
                .limit(limit)
                .toList();
    }

    /** @throws IllegalArgumentException when this store was not opened for the table */
    private Heads heads(Table table) {
        Heads found = heads.get(table.name());
        if (found == null || !found.shape(table).table().equals(table)) {
            throw new IllegalArgumentException("the store was opened for " + catalogue.tables() + ", not for " + table);
        }
        return found;
    }

    /** What one read sees: each head as it is when it is first looked at. Not thread-safe. */
    private final class Glance {
        private @Nullable HeadCell first;
        private @Nullable HeadState state;
        /** Those after the first one, which is the only one of most reads. */
        private @Nullable Map<HeadCell, HeadState> others;

        /** @param earlier the rows that links of the key are to */
        Optional<Row> find(Key key, List<Optional<Row>> earlier) {
            Heads found = heads(key.table());
            HeadCell cell = found.cell(key);
            if (cell == null) {
                return Optional.empty();
            }
            TableRows rows = state(cell).rows(found.shape(key.table()));
            return key.resolved(earlier).flatMap(resolved -> rows.find(resolved.values()));
        }

        private HeadState state(HeadCell cell) {
            if (first == null) {
                first = cell;
                state = cell.state();
            }
            if (state != null && cell.equals(first)) {
                return state;
            }
            if (others == null) {
                others = new HashMap<>();
            }
            return others.computeIfAbsent(cell, HeadCell::state);
        }
    }
}
