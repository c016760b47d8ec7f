package dev.stet.storage.tck;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stet.storage.ApplyResult;
import dev.stet.storage.Changeset;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.Storage;
import dev.stet.storage.Write;
import dev.stet.storage.tck.table.KitRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A change of a head of the kit's, put together write by write. */
final class KitChange {
    private final Key head;
    private final long expected;
    private Optional<Row> row;
    private final List<Write> writes = new ArrayList<>();

    private KitChange(Key head, long expected, Optional<Row> row) {
        this.head = head;
        this.expected = expected;
        this.row = row;
    }

    /** Creates a head, or moves it on. */
    static KitChange of(Key head, long expected) {
        return new KitChange(head, expected, Optional.of(KitRows.headRow(head, expected + 1)));
    }

    static KitChange deleting(Key head, long expected) {
        return new KitChange(head, expected, Optional.empty());
    }

    /** With this row of the head in place of a plain one. */
    KitChange row(Row given) {
        row = Optional.of(given);
        return this;
    }

    KitChange put(Row given) {
        writes.add(new Write.Put(given));
        return this;
    }

    KitChange add(Row given) {
        writes.add(new Write.Add(given));
        return this;
    }

    KitChange addIfAbsent(Row given) {
        writes.add(new Write.AddIfAbsent(given));
        return this;
    }

    KitChange delete(Key key) {
        writes.add(new Write.Delete(key));
        return this;
    }

    Changeset changeset() {
        return new Changeset(head, expected, row, writes);
    }

    /** Applies it, if the head is as expected. */
    ApplyResult tryOn(Storage store) {
        return Changes.insist(() -> store.apply(changeset(), Changes.PATIENCE));
    }

    /** Applies it, which must succeed. */
    ApplyResult.Applied applyTo(Storage store) {
        return assertInstanceOf(ApplyResult.Applied.class, tryOn(store));
    }
}
