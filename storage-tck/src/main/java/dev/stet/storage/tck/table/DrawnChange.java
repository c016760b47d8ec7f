package dev.stet.storage.tck.table;

import dev.stet.storage.Changeset;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.Write;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * A change as it is drawn. What of it makes sense is decided by what is there when it is made, so that changes can be left out
 * without making the others meaningless.
 *
 * @param kind what is done to the head
 * @param row the row of the head that is changed, whatever its revision
 * @param writes of any tables and heads
 */
public record DrawnChange(Kind kind, Row row, List<DrawnWrite> writes) {
    /** What is done to a head. */
    public enum Kind {
        CHANGE,
        /** Deletes it, where it is there. */
        DELETE,
        /** Expects a revision that it is not at. */
        LATE,
        /** Closes the store and opens it again, and changes the head then. */
        REOPEN
    }

    /** What is done to a row. */
    enum Act {
        PUT,
        /** Or put, where there is one. */
        ADD,
        ADD_IF_ABSENT,
        /** Where there is one. */
        DELETE
    }

    record DrawnWrite(Act act, Row row) {}

    /** Any sequence of some. */
    public static Arbitrary<List<DrawnChange>> sequences() {
        Arbitrary<DrawnWrite> write = Combinators.combine(Arbitraries.of(Act.values()), Drawn.ownedRows())
                .as(DrawnWrite::new);
        Arbitrary<Kind> kind = Arbitraries.frequency(
                Tuple.of(12, Kind.CHANGE), Tuple.of(2, Kind.DELETE), Tuple.of(2, Kind.LATE), Tuple.of(1, Kind.REOPEN));
        return Combinators.combine(kind, Drawn.heads(), write.list().ofMaxSize(12))
                .as(DrawnChange::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    /** Its head. */
    public Key head() {
        return row.head();
    }

    /** The change that it comes to. */
    public Changeset on(TableModel model) {
        Key head = head();
        long revision = model.revision(head);
        boolean there = model.keys().contains(head);
        boolean deleting = kind == Kind.DELETE && there;
        // Of a head that was deleted, every revision that a change may expect is late: it was never there, or is there.
        long late = revision == 0 ? 1 : revision - 1;
        long expected = kind == Kind.LATE || (revision > 0 && !there) ? late : revision;
        Optional<Row> after = deleting
                ? Optional.empty()
                : Optional.of(KitTables.with(row, KitTables.revision(head.table()), expected + 1));
        return new Changeset(head, expected, after, writes(head, deleting, model));
    }

    private List<Write> writes(Key head, boolean deleting, TableModel model) {
        Set<Key> there = new HashSet<>(model.keys());
        Set<Key> written = new HashSet<>();
        List<Write> made = new ArrayList<>();
        for (DrawnWrite drawn : writes) {
            if (!drawn.row().table().owner().equals(head.table())
                    || (deleting && !drawn.row().table().outlivesOwner())) {
                continue;
            }
            Row moved = KitTables.moved(drawn.row(), head);
            boolean known = there.contains(moved.key());
            if ((drawn.act() != Act.DELETE || known) && written.add(moved.key())) {
                made.add(write(drawn.act(), moved, known));
            }
        }
        return made;
    }

    private static Write write(Act act, Row row, boolean known) {
        return switch (act) {
            case PUT -> new Write.Put(row);
            case ADD -> known ? new Write.Put(row) : new Write.Add(row);
            case ADD_IF_ABSENT -> new Write.AddIfAbsent(row);
            case DELETE -> new Write.Delete(row.key());
        };
    }
}
