package dev.stet.storage.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.tck.table.KitRows;
import dev.stet.storage.tck.table.KitTables;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Rows that lead to each other by the last part of their key: a store follows them, whole, and knows nothing of why. */
public abstract class ChainSuite extends StorageSuite {
    private static final Key DESK = KitRows.head("w", "desk");
    private static final int LONG = 200;
    private static final int ALL = 1_000;

    private List<Row> pieces(Key head, String name, int limit) {
        return store().chain(KitRows.pieceKey(head, KitRows.hash(name)), KitTables.PIECE_BASE, limit);
    }

    private static Row piece(String name, String base) {
        return KitRows.piece(DESK, name, Optional.of(base));
    }

    private static Row item(String shelf, long number, long next) {
        return KitTables.with(KitRows.fullItem(DESK, shelf, number), KitTables.ITEM_NEXT, next);
    }

    private List<Row> items(String shelf, long number, int limit) {
        return store().chain(KitRows.itemKey(DESK, shelf, number), KitTables.ITEM_NEXT, limit);
    }

    @Test
    void aChainHasEachRowWholeUpToItsEndOrItsLimit() {
        List<Row> down = IntStream.rangeClosed(0, LONG)
                .mapToObj(i -> piece(Integer.toString(LONG - i), Integer.toString(LONG - i - 1)))
                .toList();
        KitChange change = KitChange.of(DESK, 0);
        down.forEach(change::add);
        Row end = KitRows.piece(DESK, "-1", Optional.empty());
        Row beside = piece("beside", "1");
        change.add(end).add(beside).applyTo(store());
        assertEquals(down.size() + 1, pieces(DESK, Integer.toString(LONG), ALL).size());
        assertEquals(down, pieces(DESK, Integer.toString(LONG), down.size()));
        assertEquals(List.of(piece("2", "1"), piece("1", "0"), piece("0", "-1"), end), pieces(DESK, "2", ALL));
        assertEquals(List.of(piece("2", "1"), piece("1", "0")), pieces(DESK, "2", 2));
        assertEquals(List.of(piece("2", "1")), pieces(DESK, "2", 1));
        assertEquals(List.of(), pieces(DESK, "2", 0));
        assertEquals(List.of(end), pieces(DESK, "-1", Integer.MAX_VALUE));
        assertEquals(List.of(beside, piece("1", "0")), pieces(DESK, "beside", 2));
        assertEquals(List.of(), pieces(DESK, "none", ALL));
    }

    /** What follows from it is not for the store to say. */
    @Test
    void aChainEndsWhereARowIsMissing() {
        KitChange.of(DESK, 0)
                .add(piece("1", "lost"))
                .add(piece("2", "1"))
                .add(piece("3", "2"))
                .applyTo(store());
        assertEquals(List.of(piece("3", "2"), piece("2", "1"), piece("1", "lost")), pieces(DESK, "3", ALL));
        KitChange.of(DESK, 1).delete(KitRows.pieceKey(DESK, KitRows.hash("2"))).applyTo(store());
        assertEquals(List.of(piece("3", "2")), pieces(DESK, "3", ALL));
    }

    @Test
    void rowsInACircleAreReturnedAsOftenAsAskedFor() {
        Row one = piece("1", "2");
        Row two = piece("2", "1");
        Row self = piece("self", "self");
        KitChange.of(DESK, 0).add(one).add(two).add(self).applyTo(store());
        assertEquals(List.of(two, one, two, one, two), pieces(DESK, "2", 5));
        assertEquals(Collections.nCopies(9, self), pieces(DESK, "self", 9));
    }

    /** Nor is a row with the same key under another head that of this one. */
    @Promise(9)
    @Test
    void aChainStaysWithItsHead() {
        for (Key other : List.of(KitRows.head("w", "other"), KitRows.head("v", "desk"))) {
            KitChange.of(other, 0)
                    .add(KitRows.piece(other, "base", Optional.empty()))
                    .applyTo(store());
            assertEquals(List.of(KitRows.piece(other, "base", Optional.empty())), pieces(other, "base", ALL));
        }
        KitChange.of(DESK, 0).add(piece("delta", "base")).applyTo(store());
        assertEquals(List.of(piece("delta", "base")), pieces(DESK, "delta", ALL));
    }

    /** All but the last part of the key stay as they are. */
    @Test
    void aChainLeadsByTheLastPartOfTheKeyAlone() {
        KitChange change = KitChange.of(DESK, 0);
        LongStream.rangeClosed(1, 4).forEach(number -> change.add(item("a", number, number - 1)));
        change.add(item("b", 3, 9)).add(item("b", 9, -1)).add(item("A", 0, 7)).applyTo(store());
        assertEquals(List.of(item("a", 4, 3), item("a", 3, 2), item("a", 2, 1), item("a", 1, 0)), items("a", 4, ALL));
        assertEquals(List.of(item("b", 3, 9), item("b", 9, -1)), items("b", 3, ALL));
        assertEquals(List.of(item("A", 0, 7)), items("A", 0, ALL));
        assertEquals(List.of(), items("a", 0, ALL));
    }

    /** So that it cannot end by itself: only with a row that is missing, or with its limit. */
    @Test
    void aColumnThatEveryRowHasLeadsOnToo() {
        Row one = KitTables.with(KitRows.item(DESK, "a", 1), KitTables.ITEM_SIZE, 2L);
        Row two = KitTables.with(KitRows.item(DESK, "a", 2), KitTables.ITEM_SIZE, 1L);
        Row three = KitTables.with(KitRows.item(DESK, "a", 3), KitTables.ITEM_SIZE, 8L);
        KitChange.of(DESK, 0).add(one).add(two).add(three).applyTo(store());
        assertEquals(List.of(one, two, one), store().chain(one.key(), KitTables.ITEM_SIZE, 3));
        assertEquals(List.of(three), store().chain(three.key(), KitTables.ITEM_SIZE, ALL));
    }
}
