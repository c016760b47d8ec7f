package dev.stet.storage.memory;

import dev.stet.storage.Changeset;
import dev.stet.storage.Row;
import dev.stet.storage.Write;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The step from one state of a head to the next, as a changeset makes it. Not thread-safe. */
final class Step {
    /** A row that comes to another place in an order that spans heads, or comes there, or leaves. */
    record Move(Order order, Optional<List<Object>> before, Optional<List<Object>> after) {}

    private final Heads heads;
    private final long revision;
    private final List<TableRows> tables;
    private final List<Move> moves = new ArrayList<>();
    private final Set<Integer> kept = new HashSet<>();

    /** @throws IllegalStateException when the change contradicts what is stored */
    Step(Heads heads, HeadState before, Changeset change) {
        if (before.isDeleted()) {
            throw new IllegalStateException(change.head() + " was deleted, and nothing changes it any more");
        }
        this.heads = heads;
        this.revision = before.revision() + 1;
        this.tables = new ArrayList<>(before.tables());
        for (int i = 0; i < change.writes().size(); i++) {
            write(i, change.writes().get(i));
        }
        if (change.row().isPresent()) {
            put(change.row().get());
        } else {
            heads.shapes().stream()
                    .filter(shape -> !shape.table().outlivesOwner())
                    .forEach(this::clear);
        }
    }

    HeadState after() {
        return new HeadState(revision, List.copyOf(tables));
    }

    List<Move> moves() {
        return moves;
    }

    /** The places of those writes that found their row there and left it as it was. */
    Set<Integer> kept() {
        return kept;
    }

    private void write(int place, Write write) {
        if (write instanceof Write.Put put) {
            put(put.row());
        } else if (write instanceof Write.Add add) {
            if (found(add.row()).isPresent()) {
                throw new IllegalStateException("there is a row with the key of " + add.row() + " already");
            }
            replace(heads.shape(write.table()), Optional.empty(), Optional.of(add.row()));
        } else if (write instanceof Write.AddIfAbsent add) {
            if (found(add.row()).isPresent()) {
                kept.add(place);
            } else {
                replace(heads.shape(write.table()), Optional.empty(), Optional.of(add.row()));
            }
        } else if (write instanceof Write.Delete delete) {
            Shape shape = heads.shape(write.table());
            tables.get(shape.number())
                    .find(delete.key().values())
                    .ifPresent(row -> replace(shape, Optional.of(row), Optional.empty()));
        }
    }

    private void put(Row row) {
        replace(heads.shape(row.table()), found(row), Optional.of(row));
    }

    private Optional<Row> found(Row like) {
        Shape shape = heads.shape(like.table());
        return shape.key().place(like).flatMap(tables.get(shape.number())::find);
    }

    private void replace(Shape shape, Optional<Row> before, Optional<Row> after) {
        tables.set(shape.number(), tables.get(shape.number()).with(before, after));
        move(shape, before, after);
    }

    private void clear(Shape shape) {
        TableRows rows = tables.set(shape.number(), TableRows.none(shape));
        rows.all().forEach(row -> move(shape, Optional.of(row), Optional.empty()));
    }

    private void move(Shape shape, Optional<Row> before, Optional<Row> after) {
        for (Order order : shape.orders()) {
            if (order.spansHeads()) {
                Optional<List<Object>> left = before.flatMap(order::place);
                Optional<List<Object>> entered = after.flatMap(order::place);
                if (!left.equals(entered)) {
                    moves.add(new Move(order, left, entered));
                }
            }
        }
    }
}
