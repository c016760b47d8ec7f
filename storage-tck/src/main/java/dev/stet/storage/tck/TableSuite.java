package dev.stet.storage.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stet.storage.ApplyResult;
import dev.stet.storage.Changeset;
import dev.stet.storage.Column;
import dev.stet.storage.Condition;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.Scan;
import dev.stet.storage.Table;
import dev.stet.storage.Write;
import dev.stet.storage.tck.table.KitRows;
import dev.stet.storage.tck.table.KitTables;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Tables that no part of Stet knows are kept like its own: what a store does, it does by their declaration. */
public abstract class TableSuite extends StorageSuite {
    private static final Key DESK = KitRows.head("w", "desk");
    private static final Row PLAIN = KitRows.item(DESK, "a", 1);
    private static final Row FULL = KitRows.fullItem(DESK, "a", 1);

    private Optional<Row> read(Key key) {
        return store().read(List.of(key)).get(0);
    }

    private static Scan items(Key head) {
        return scan(KitTables.ITEM, head);
    }

    /** All rows of a table that belong to one head. */
    private static Scan scan(Table table, Key head) {
        return Scan.of(table, table.key(), head.values().toArray());
    }

    @Test
    void whatIsWrittenIsReadListedAndCounted() {
        KitChange.of(DESK, 0)
                .add(PLAIN)
                .put(KitRows.item(DESK, "b", 1))
                .addIfAbsent(KitRows.item(DESK, "a", 2))
                .add(KitRows.piece(DESK, "x", Optional.empty()))
                .applyTo(store());
        assertEquals(Optional.of(KitRows.headRow(DESK, 1)), read(DESK));
        assertEquals(Optional.of(PLAIN), read(PLAIN.key()));
        assertEquals(
                Optional.of(KitRows.piece(DESK, "x", Optional.empty())),
                read(KitRows.pieceKey(DESK, KitRows.hash("x"))));
        assertEquals(
                List.of(
                        KitRows.item(DESK, "a", 2).light(),
                        PLAIN.light(),
                        KitRows.item(DESK, "b", 1).light()),
                store().scan(items(DESK)));
        assertEquals(3, store().count(items(DESK)));
        assertEquals(1, store().count(scan(KitTables.PIECE, DESK)));
        assertEquals(0, store().count(scan(KitTables.TRAIL, DESK)));
        assertEquals(
                List.of(KitRows.headRow(DESK, 1)),
                store().scan(Scan.of(KitTables.HEAD, KitTables.index(KitTables.HEAD, "kit_head_by_title"), "w")));
    }

    @Promise(4)
    @Test
    void aChangeOfAnotherRevisionLeavesNoTrace() {
        KitChange.of(DESK, 0).add(PLAIN).applyTo(store());
        KitChange.of(DESK, 1).add(KitRows.item(DESK, "b", 1)).applyTo(store());
        for (long expected : new long[] {0, 1, 3}) {
            KitChange late = KitChange.of(DESK, expected)
                    .put(FULL)
                    .add(KitRows.item(DESK, "c", 1))
                    .addIfAbsent(KitRows.entry(DESK, 1))
                    .delete(KitRows.itemKey(DESK, "b", 1L));
            assertEquals(new ApplyResult.Stale(2), late.tryOn(store()));
            assertEquals(
                    new ApplyResult.Stale(2), KitChange.deleting(DESK, expected).tryOn(store()));
        }
        assertEquals(Optional.of(KitRows.headRow(DESK, 2)), read(DESK));
        assertEquals(Optional.of(PLAIN), read(PLAIN.key()));
        assertEquals(List.of(PLAIN.light(), KitRows.item(DESK, "b", 1).light()), store().scan(items(DESK)));
        assertEquals(List.of(), store().scan(scan(KitTables.TRAIL, DESK)));
    }

    /** What was there and is not given again is gone, and the other way round: from the row and from every index. */
    @Promise(3)
    @Test
    void aRowIsReplacedWhole() {
        long revision = 0;
        for (Row row : List.of(PLAIN, FULL, PLAIN, FULL)) {
            boolean full = row.equals(FULL);
            KitChange.of(DESK, revision++).put(row).applyTo(store());
            assertEquals(Optional.of(row), read(row.key()));
            for (String index : List.of("kit_item_by_next", "kit_item_by_origin", "kit_item_by_code")) {
                Scan scan = Scan.of(KitTables.ITEM, KitTables.index(KitTables.ITEM, index), "w", "desk");
                assertEquals(full ? List.of(row.light()) : List.of(), store().scan(scan), index);
                assertEquals(full ? 1 : 0, store().count(scan), index);
            }
            for (Column column : List.of(KitTables.ITEM_NOTE, KitTables.ITEM_STORY, KitTables.ITEM_CODE)) {
                String text = FULL.text(column);
                for (Condition condition :
                        List.of(new Condition.Equal(column, text), new Condition.Contains(column, ""))) {
                    assertEquals(full ? 1 : 0, store().count(items(DESK).where(condition)), condition::toString);
                }
            }
        }
    }

    @Promise(3)
    @Test
    void aHeadIsReplacedWhole() {
        Scan placed = Scan.of(KitTables.HEAD, KitTables.index(KitTables.HEAD, "kit_head_by_place"), "w");
        for (long revision = 0; revision < 4; revision++) {
            Row plain = KitRows.headRow(DESK, revision + 1);
            Row row = revision % 2 == 0 ? plain : KitTables.with(plain, KitTables.HEAD_PLACE, revision);
            KitChange.of(DESK, revision).row(row).applyTo(store());
            assertEquals(Optional.of(row), read(DESK));
            assertEquals(revision % 2 == 0 ? List.of() : List.of(row), store().scan(placed));
        }
    }

    /** By their places among the writes: whatever stands between them. */
    @Promise(3)
    @Test
    void aRowThatIsThereStaysAsItIsAndItsPlaceIsTold() {
        Row other = KitRows.item(DESK, "b", 1);
        KitChange.of(DESK, 0).addIfAbsent(PLAIN).addIfAbsent(other).applyTo(store());
        ApplyResult.Applied applied = KitChange.of(DESK, 1)
                .put(KitRows.item(DESK, "c", 1))
                .addIfAbsent(FULL)
                .addIfAbsent(KitRows.item(DESK, "d", 1))
                .add(KitRows.entry(DESK, 1))
                .addIfAbsent(KitTables.with(other, KitTables.ITEM_SIZE, 99L))
                .addIfAbsent(KitRows.piece(DESK, "x", Optional.empty()))
                .applyTo(store());
        assertEquals(Set.of(1, 4), applied.kept());
        assertEquals(Optional.of(PLAIN), read(PLAIN.key()));
        assertEquals(Optional.of(other), read(other.key()));
        assertEquals(4, store().count(items(DESK)));
        ApplyResult.Applied again = KitChange.of(DESK, 2)
                .delete(PLAIN.key())
                .addIfAbsent(KitRows.entry(DESK, 1))
                .applyTo(store());
        assertEquals(Set.of(1), again.kept());
        assertEquals(
                Set.of(),
                KitChange.of(DESK, 3).addIfAbsent(FULL).applyTo(store()).kept());
        assertEquals(Optional.of(FULL), read(PLAIN.key()));
    }

    @Promise(7)
    @Test
    void whatIsDeletedGoesByItsKeyAndNothingElse() {
        List<Key> heads = List.of(DESK, KitRows.head("w", "Desk"), KitRows.head("v", "desk"));
        for (Key head : heads) {
            KitChange change = KitChange.of(head, 0).add(KitRows.entry(head, 1));
            for (String shelf : List.of("a", "A", "a ")) {
                LongStream.rangeClosed(1, 3).forEach(number -> change.add(KitRows.item(head, shelf, number)));
            }
            change.applyTo(store());
        }
        KitChange.of(DESK, 1)
                .delete(KitRows.itemKey(DESK, "a", 2L))
                .delete(KitRows.itemKey(DESK, "A", 3L))
                .applyTo(store());
        assertEquals(
                List.of("A 2", "A 1", "a 3", "a 1", "a  3", "a  2", "a  1"),
                store().scan(items(DESK)).stream()
                        .map(row -> row.text(KitTables.ITEM_SHELF) + " " + row.number(KitTables.ITEM_NUMBER))
                        .toList());
        assertEquals(Optional.empty(), read(KitRows.itemKey(DESK, "a", 2L)));
        assertEquals(Optional.of(KitRows.item(DESK, "a", 1)), read(KitRows.itemKey(DESK, "a", 1L)));
        assertEquals(1, store().count(scan(KitTables.TRAIL, DESK)));
        for (Key head : heads.subList(1, 3)) {
            assertEquals(9, store().count(items(head)));
        }
    }

    @Promise({2, 7})
    @Test
    void aDeletedHeadTakesItsRowsAndLeavesThoseThatOutliveItAndItsRevision() {
        Key twin = KitRows.other("w", "desk");
        KitChange.of(twin, 0).add(KitRows.thing(twin, 1)).applyTo(store());
        KitChange.of(DESK, 0).add(FULL).add(KitRows.entry(DESK, 1)).applyTo(store());
        KitChange.of(DESK, 1).add(KitRows.piece(DESK, "x", Optional.empty())).applyTo(store());
        KitChange.deleting(DESK, 2).add(KitRows.entry(DESK, 3)).applyTo(store());
        for (Key key : List.of(DESK, FULL.key(), KitRows.pieceKey(DESK, KitRows.hash("x")))) {
            assertEquals(Optional.empty(), read(key));
        }
        for (Table table : List.of(KitTables.HEAD, KitTables.ITEM, KitTables.PIECE)) {
            KitTables.indexes(table).forEach(index -> {
                assertEquals(List.of(), store().scan(Scan.of(table, index, "w")), index::toString);
                assertEquals(0, store().count(Scan.of(table, index, "w")), index::toString);
            });
        }
        List<Row> trail = List.of(KitRows.entry(DESK, 3), KitRows.entry(DESK, 1));
        KitTables.indexes(KitTables.TRAIL).stream()
                .limit(2)
                .forEach(index ->
                        assertEquals(trail, store().scan(Scan.of(KitTables.TRAIL, index, "w")), index::toString));
        assertEquals(Optional.of(trail.get(1)), read(KitRows.entryKey(DESK, 1L)));
        for (long expected : new long[] {0, 2}) {
            assertEquals(new ApplyResult.Stale(3), KitChange.of(DESK, expected).tryOn(store()));
        }
        assertEquals(Optional.empty(), read(DESK));
        assertEquals(Optional.of(KitRows.thing(twin, 1)), read(KitRows.thingKey(twin, 1L)));
        assertEquals(Optional.of(KitRows.headRow(twin, 1)), read(twin));
    }

    /** Neither the table nor the workspace of one is that of another. */
    @Promise({8, 9})
    @Test
    void headsWithTheSameIdAreApart() {
        List<Key> heads = List.of(
                KitRows.head("w", "desk"),
                KitRows.head("W", "desk"),
                KitRows.other("w", "desk"),
                KitRows.other("W", "desk"));
        for (int i = 0; i < heads.size(); i++) {
            for (long revision = 0; revision <= i; revision++) {
                KitChange.of(heads.get(i), revision).put(owned(heads.get(i), i)).applyTo(store());
            }
        }
        for (int i = 0; i < heads.size(); i++) {
            Key head = heads.get(i);
            Row owned = owned(head, i);
            assertEquals(Optional.of(KitRows.headRow(head, i + 1L)), read(head));
            assertEquals(Optional.of(owned), read(owned.key()));
            assertEquals(List.of(owned.light()), store().scan(scan(owned.table(), head)));
            assertEquals(
                    List.of(KitRows.headRow(head, i + 1L)),
                    store().scan(Scan.of(
                            head.table(), head.table().key(), head.values().get(0))));
            assertEquals(new ApplyResult.Stale(i + 1L), KitChange.of(head, 9).tryOn(store()));
        }
        KitChange.deleting(heads.get(0), 1).applyTo(store());
        assertEquals(Optional.empty(), read(owned(heads.get(0), 0).key()));
        for (int i = 1; i < heads.size(); i++) {
            assertEquals(
                    Optional.of(owned(heads.get(i), i)),
                    read(owned(heads.get(i), i).key()));
        }
    }

    private static Row owned(Key head, int size) {
        return head.table().equals(KitTables.OTHER)
                ? KitTables.with(KitRows.thing(head, 1), KitTables.THING_NAME, "thing " + size)
                : KitTables.with(KitRows.item(head, "a", 1), KitTables.ITEM_SIZE, (long) size);
    }

    @Test
    void aRangeOfNumbersHasBothItsEnds() {
        KitChange change = KitChange.of(DESK, 0);
        List<Long> sizes = List.of(Long.MIN_VALUE, -1L, 0L, 1L, 2L, Long.MAX_VALUE);
        for (long size : sizes) {
            change.add(KitTables.with(KitRows.item(DESK, "a", sizes.indexOf(size)), KitTables.ITEM_SIZE, size));
        }
        change.applyTo(store());
        for (long least : sizes) {
            for (long most : sizes) {
                Scan scan = items(DESK).where(new Condition.Between(KitTables.ITEM_SIZE, least, most));
                assertEquals(
                        sizes.stream()
                                .filter(size -> least <= size && size <= most)
                                .collect(Collectors.toSet()),
                        store().scan(scan).stream()
                                .map(row -> row.number(KitTables.ITEM_SIZE))
                                .collect(Collectors.toSet()),
                        scan::toString);
            }
        }
    }

    /** One that is declared alike is another table. */
    @Test
    void aTableThatIsNotInTheCatalogueIsRefusedByEveryCall() {
        KitChange.of(DESK, 0).add(PLAIN).applyTo(store());
        Table.Builder like = Table.ownedBy(KitTables.HEAD, "kit_item");
        Column number = like.number("item_number");
        Table unknown = like.key(number.ascending()).build();
        Row row = Row.of(unknown)
                .set(unknown.workspace(), "w")
                .set(unknown.id(), "desk")
                .set(number, 1L)
                .build();
        Changeset writing = new Changeset(
                DESK,
                1,
                Optional.of(KitRows.headRow(DESK, 2)),
                List.of(new Write.Put(KitRows.item(DESK, "b", 1)), new Write.Put(row)));
        Table.Builder another = Table.head("kit_unknown");
        another.text("name");
        Table head = another.build();
        Key unknownHead = Key.of(head, "w", "desk");
        Scan scan = Scan.of(unknown, unknown.key(), "w", "desk");
        for (Executable call : List.<Executable>of(
                () -> Changes.insist(() -> store().apply(writing, Changes.PATIENCE)),
                () -> Changes.insist(() ->
                        store().apply(new Changeset(unknownHead, 0, Optional.empty(), List.of()), Changes.PATIENCE)),
                () -> Changes.insist(() -> store().applyAlone(DESK, alone -> Optional.of(writing), Changes.PATIENCE)),
                () -> Changes.insist(
                        () -> store().applyAlone(unknownHead, alone -> Optional.empty(), Changes.PATIENCE)),
                () -> store().read(List.of(DESK, row.key())),
                () -> store().scan(scan),
                () -> store().count(scan),
                () -> store().chain(row.key(), number, 1))) {
            assertThrows(IllegalArgumentException.class, call);
        }
        assertEquals(Optional.of(KitRows.headRow(DESK, 1)), read(DESK));
        assertEquals(1, store().count(items(DESK)));
    }
}
