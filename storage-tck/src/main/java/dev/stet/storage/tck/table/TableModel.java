package dev.stet.storage.tck.table;

import dev.stet.storage.ApplyResult;
import dev.stet.storage.Catalogue;
import dev.stet.storage.Changeset;
import dev.stet.storage.Column;
import dev.stet.storage.Condition;
import dev.stet.storage.Index.Part;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.Scan;
import dev.stet.storage.Storage;
import dev.stet.storage.Values;
import dev.stet.storage.Write;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What every store owes its callers, told in one map: each scan sorts all rows there are. */
public final class TableModel implements Storage {
    private final Catalogue catalogue;
    private final Map<Key, Row> rows = new HashMap<>();
    /** Those of all heads that ever were. */
    private final Map<Key, Long> revisions = new HashMap<>();

    public TableModel(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The keys of all rows that are there. */
    public synchronized List<Key> keys() {
        return List.copyOf(rows.keySet());
    }

    /** The revision of a head, deleted or not; 0 where it never was. */
    public synchronized long revision(Key head) {
        return revisions.getOrDefault(head, 0L);
    }

    @Override
    public synchronized ApplyResult apply(Changeset change, Duration patience) {
        catalogue.require(change);
        long actual = revision(change.head());
        if (actual != change.expected()) {
            return new ApplyResult.Stale(actual);
        }
        revisions.put(change.head(), actual + 1);
        change.row().ifPresentOrElse(row -> rows.put(change.head(), row), () -> delete(change.head()));
        Set<Integer> kept = new HashSet<>();
        for (int i = 0; i < change.writes().size(); i++) {
            if (!write(change.writes().get(i))) {
                kept.add(i);
            }
        }
        return new ApplyResult.Applied(kept);
    }

    private void delete(Key head) {
        rows.keySet().removeIf(key -> key.head().equals(head) && !key.table().outlivesOwner());
    }

    /** Whether it changed anything. */
    private boolean write(Write write) {
        if (write instanceof Write.Delete delete) {
            rows.remove(delete.key());
        } else if (write instanceof Write.Put put) {
            rows.put(put.row().key(), put.row());
        } else if (write instanceof Write.Add add) {
            rows.put(add.row().key(), add.row());
        } else if (write instanceof Write.AddIfAbsent add) {
            return rows.putIfAbsent(add.row().key(), add.row()) == null;
        }
        return true;
    }

    @Override
    public synchronized Optional<ApplyResult> applyAlone(
            Key head, Function<? super Storage, Optional<Changeset>> decision, Duration patience) {
        catalogue.require(head.table());
        return decision.apply(this).map(change -> apply(change, patience));
    }

    @Override
    public synchronized List<Optional<Row>> read(List<Key> keys) {
        List<Optional<Row>> found = new ArrayList<>();
        for (Key key : keys) {
            catalogue.require(key.table());
            found.add(followed(key, found).map(rows::get));
        }
        return found;
    }

    /** A key with values in place of its links. */
    private static Optional<Key> followed(Key key, List<Optional<Row>> earlier) {
        List<Object> values = new ArrayList<>();
        for (Object value : key.values()) {
            Optional<Object> followed = value instanceof Key.Link link
                    ? earlier.get(link.earlier()).flatMap(row -> row.find(link.column()))
                    : Optional.of(value);
            followed.ifPresent(values::add);
        }
        return values.size() == key.values().size() ? Optional.of(new Key(key.table(), values)) : Optional.empty();
    }

    @Override
    public synchronized List<Row> scan(Scan scan) {
        catalogue.require(scan.table());
        return rows.values().stream()
                .filter(row -> row.table().equals(scan.table()) && accepts(scan, row))
                .sorted(order(scan.index().parts()))
                .skip(scan.offset())
                .limit(scan.limit())
                .map(Row::light)
                .toList();
    }

    @Override
    public long count(Scan scan) {
        return scan(scan).size();
    }

    private static Comparator<Row> order(List<Part> parts) {
        return (one, other) -> {
            for (Part part : parts) {
                int compared = compare(part, one.value(part.column()), other.value(part.column()));
                if (compared != 0) {
                    return compared;
                }
            }
            return 0;
        };
    }

    private static int compare(Part part, Object one, Object other) {
        int ascending = Values.ORDER.compare(one, other);
        return part.descending() ? -ascending : ascending;
    }

    private static boolean accepts(Scan scan, Row row) {
        List<Part> parts = scan.index().parts();
        int bound = scan.prefix().size();
        return parts.stream().allMatch(part -> row.has(part.column()))
                && place(parts.subList(0, bound), row, scan.prefix()) == 0
                && scan.start()
                        .filter(start -> !begins(start, place(parts.subList(bound, parts.size()), row, start.values())))
                        .isEmpty()
                && scan.conditions().stream().allMatch(condition -> meets(row, condition));
    }

    private static boolean begins(Scan.Start start, int place) {
        return start.inclusive() ? place >= 0 : place > 0;
    }

    /** Where a row is, beside a place in an index: before it, at it or after it. */
    private static int place(List<Part> parts, Row row, List<Object> values) {
        for (int i = 0; i < values.size(); i++) {
            int compared = compare(parts.get(i), row.value(parts.get(i).column()), values.get(i));
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }

    private static boolean meets(Row row, Condition condition) {
        Optional<Object> found = row.find(condition.column());
        if (condition instanceof Condition.Equal equal) {
            return found.filter(equal.value()::equals).isPresent();
        }
        if (condition instanceof Condition.Contains contains) {
            return found.filter(text -> ((String) text).contains(contains.text()))
                    .isPresent();
        }
        Condition.Between between = (Condition.Between) condition;
        return found.filter(number -> between.least() <= (Long) number && (Long) number <= between.most())
                .isPresent();
    }

    @Override
    public synchronized List<Row> chain(Key first, Column next, int limit) {
        catalogue.require(first.table());
        List<Row> chain = new ArrayList<>();
        Optional<Row> row = Optional.ofNullable(rows.get(first));
        while (row.isPresent() && chain.size() < limit) {
            chain.add(row.get());
            row = row.flatMap(found -> found.find(next))
                    .flatMap(value -> Optional.ofNullable(rows.get(first.withLast(value))));
        }
        return chain;
    }
}
