package dev.stet.storage.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.storage.Bytes;
import dev.stet.storage.Key;
import dev.stet.storage.Key.Link;
import dev.stet.storage.Row;
import dev.stet.storage.tck.stage.Rendezvous;
import dev.stet.storage.tck.table.KitRows;
import dev.stet.storage.tck.table.KitTables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Rows that are read together, some of them by what others say: each in the place of its key, those of one head at one instant. */
public abstract class LinkSuite extends StorageSuite {
    private static final Key DESK = KitRows.head("w", "desk");
    private static final Optional<Row> NOTHING = Optional.empty();
    private static final int STEPS = 200;
    private static final int LEAST_READS = 100;

    /** A head that leads to an item, an entry and a piece. */
    private static Row leading(Key head, long revision, String shelf, long number, String piece) {
        Row row = KitTables.with(KitRows.headRow(head, revision), KitTables.HEAD_SHELF, shelf);
        Row numbered = KitTables.with(row, KitTables.HEAD_LATEST, number);
        return KitTables.with(numbered, KitTables.HEAD_PIECE, KitRows.hash(piece));
    }

    private static Row item(Key head, String shelf, long number, long next, String origin) {
        Row row = KitTables.with(KitRows.item(head, shelf, number), KitTables.ITEM_NEXT, next);
        return KitTables.with(row, KitTables.ITEM_ORIGIN, KitRows.hash(origin));
    }

    private List<Optional<Row>> read(Key... keys) {
        return store().read(List.of(keys));
    }

    private static Link shelf(int earlier) {
        return new Link(earlier, KitTables.HEAD_SHELF);
    }

    private static Link latest(int earlier) {
        return new Link(earlier, KitTables.HEAD_LATEST);
    }

    private static Link next(int earlier) {
        return new Link(earlier, KitTables.ITEM_NEXT);
    }

    @Test
    void everyRowIsInThePlaceOfItsKey() {
        Row item = KitRows.fullItem(DESK, "a", 1);
        Row piece = KitRows.piece(DESK, "x", Optional.empty());
        Row head = KitRows.headRow(DESK, 1);
        KitChange.of(DESK, 0).add(item).add(piece).add(KitRows.entry(DESK, 1)).applyTo(store());
        Key none = KitRows.itemKey(DESK, "a", 2L);
        assertEquals(
                List.of(
                        Optional.of(item),
                        NOTHING,
                        Optional.of(head),
                        Optional.of(item),
                        Optional.of(piece),
                        NOTHING,
                        Optional.of(KitRows.entry(DESK, 1)),
                        Optional.of(head)),
                read(item.key(), none, DESK, item.key(), piece.key(), none, KitRows.entryKey(DESK, 1L), DESK));
        assertEquals(List.of(NOTHING, Optional.of(item)), read(none, item.key()));
        assertEquals(List.of(), read());
    }

    @Test
    void aLinkLeadsToTheRowThatAnEarlierOneNames() {
        Row head = leading(DESK, 1, "b", 7, "x");
        Row named = item(DESK, "b", 7, 3, "y");
        Row further = item(DESK, "b", 3, 1, "x");
        Row last = KitRows.item(DESK, "b", 1);
        Row piece = KitRows.piece(DESK, "x", Optional.of("y"));
        Row base = KitRows.piece(DESK, "y", Optional.empty());
        KitChange change =
                KitChange.of(DESK, 0).row(head).add(named).add(further).add(last);
        change.add(piece)
                .add(base)
                .add(KitRows.entry(DESK, 7))
                .add(KitRows.item(DESK, "a", 7))
                .applyTo(store());
        assertEquals(
                List.of(
                        Optional.of(head),
                        Optional.of(named),
                        Optional.of(KitRows.entry(DESK, 7)),
                        Optional.of(further),
                        Optional.of(last),
                        NOTHING,
                        Optional.of(piece),
                        Optional.of(base),
                        Optional.of(base),
                        Optional.of(KitRows.item(DESK, "a", 7))),
                read(
                        DESK,
                        KitRows.itemKey(DESK, shelf(0), latest(0)),
                        KitRows.entryKey(DESK, latest(0)),
                        KitRows.itemKey(DESK, shelf(0), next(1)),
                        KitRows.itemKey(DESK, "b", next(3)),
                        KitRows.itemKey(DESK, "b", next(4)),
                        KitRows.pieceKey(DESK, new Link(0, KitTables.HEAD_PIECE)),
                        KitRows.pieceKey(DESK, new Link(6, KitTables.PIECE_BASE)),
                        KitRows.pieceKey(DESK, new Link(1, KitTables.ITEM_ORIGIN)),
                        KitRows.itemKey(DESK, "a", latest(0))));
    }

    /** Where the earlier row is not there, or says nothing, or names a row that is not there. */
    @Test
    void aLinkThatLeadsNowhereFindsNothing() {
        Row plain = KitRows.headRow(DESK, 1);
        Row item = item(DESK, "a", 1, 9, "none");
        KitChange.of(DESK, 0).row(plain).add(item).applyTo(store());
        Key none = KitRows.itemKey(DESK, "a", 5L);
        assertEquals(
                List.of(
                        Optional.of(plain),
                        NOTHING,
                        NOTHING,
                        Optional.of(item),
                        NOTHING,
                        NOTHING,
                        NOTHING,
                        NOTHING,
                        Optional.of(item)),
                read(
                        DESK,
                        KitRows.itemKey(DESK, "a", latest(0)),
                        KitRows.itemKey(DESK, shelf(0), 1L),
                        item.key(),
                        KitRows.itemKey(DESK, "a", next(3)),
                        KitRows.pieceKey(DESK, new Link(3, KitTables.ITEM_ORIGIN)),
                        none,
                        KitRows.itemKey(DESK, "a", next(6)),
                        KitRows.itemKey(DESK, "a", 1L)));
        Key nobody = KitRows.head("w", "nobody");
        assertEquals(
                List.of(NOTHING, NOTHING, NOTHING),
                read(nobody, KitRows.itemKey(nobody, "a", latest(0)), KitRows.itemKey(nobody, "a", next(1))));
    }

    @Promise(9)
    @Test
    void aLinkStaysWithItsHead() {
        List<Key> heads = List.of(DESK, KitRows.head("w", "Desk"), KitRows.head("v", "desk"));
        for (int i = 0; i < heads.size(); i++) {
            Key head = heads.get(i);
            Row own = KitTables.with(KitRows.item(head, "a", i), KitTables.ITEM_NAME, "of " + i);
            KitChange.of(head, 0)
                    .row(leading(head, 1, "a", i, "x"))
                    .add(own)
                    .add(KitRows.piece(head, "x", i == 1 ? Optional.empty() : Optional.of("y")))
                    .applyTo(store());
        }
        Key other = KitRows.other("w", "desk");
        KitChange.of(other, 0).add(KitRows.thing(other, 0)).applyTo(store());
        List<Key> keys = new ArrayList<>(List.of(other, KitRows.thingKey(other, 0L)));
        List<Optional<Row>> expected =
                new ArrayList<>(List.of(Optional.of(KitRows.headRow(other, 1)), Optional.of(KitRows.thing(other, 0))));
        for (int i = 0; i < heads.size(); i++) {
            Key head = heads.get(i);
            int place = keys.size();
            keys.addAll(List.of(
                    head,
                    KitRows.itemKey(head, "a", latest(place)),
                    KitRows.pieceKey(head, new Link(place, KitTables.HEAD_PIECE)),
                    KitRows.itemKey(head, "a", (i + 1L) % 3)));
            expected.addAll(List.of(
                    Optional.of(leading(head, 1, "a", i, "x")),
                    Optional.of(KitTables.with(KitRows.item(head, "a", i), KitTables.ITEM_NAME, "of " + i)),
                    Optional.of(KitRows.piece(head, "x", i == 1 ? Optional.empty() : Optional.of("y"))),
                    NOTHING));
        }
        assertEquals(expected, store().read(keys));
    }

    /** More than fit into one statement of some stores. */
    @Test
    void manyRowsAreReadAtOnce() {
        KitChange change = KitChange.of(DESK, 0);
        List<Key> keys = new ArrayList<>();
        List<Optional<Row>> expected = new ArrayList<>();
        for (long number = 0; number < 150; number++) {
            Row item = KitRows.fullItem(DESK, "a", number);
            change.add(item);
            keys.add(item.key());
            expected.add(Optional.of(item));
            keys.add(KitRows.itemKey(DESK, "a", next(keys.size() - 1)));
            expected.add(number == 0 ? NOTHING : Optional.of(KitRows.fullItem(DESK, "a", number - 1)));
        }
        change.applyTo(store());
        assertEquals(expected, store().read(keys));
        List<Key> heads = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Key head = KitRows.head("w", "head-" + i);
            KitChange.of(head, 0).applyTo(store());
            heads.add(head);
        }
        Collections.reverse(heads);
        assertEquals(
                heads.stream()
                        .map(head -> Optional.of(KitRows.headRow(head, 1)))
                        .toList(),
                store().read(heads));
    }

    /** The head and what it names always change together, and so do those that nothing names. */
    @Promise({1, 8})
    @Test
    void rowsOfOneHeadAreReadAtOneInstant() {
        stepTo(1).applyTo(store());
        AtomicBoolean done = new AtomicBoolean();
        List<Callable<Integer>> threads = new ArrayList<>();
        threads.add(() -> {
            try {
                for (long step = 2; step <= STEPS; step++) {
                    stepTo(step).applyTo(store());
                }
                return STEPS;
            } finally {
                done.set(true);
            }
        });
        threads.add(() -> readUntil(done));
        threads.add(() -> readUntil(done));
        Rendezvous.atOnce(threads);
        assertEquals(STEPS, readOnce());
    }

    private static KitChange stepTo(long step) {
        KitChange change = KitChange.of(DESK, step - 1)
                .row(leading(DESK, step, "a", step, "x" + step))
                .add(item(DESK, "a", step, 0, "x"))
                .put(KitTables.with(KitRows.item(DESK, "b", 1), KitTables.ITEM_SIZE, step))
                .put(KitTables.with(KitRows.item(DESK, "c", 1), KitTables.ITEM_BODY, bytes(step)))
                .add(KitRows.piece(DESK, "x" + step, Optional.empty()));
        return step == 1
                ? change
                : change.delete(KitRows.itemKey(DESK, "a", step - 1))
                        .delete(KitRows.pieceKey(DESK, KitRows.hash("x" + (step - 1))));
    }

    private static Bytes bytes(long step) {
        return KitRows.bytes(Long.toString(step).repeat(1_000));
    }

    private Integer readUntil(AtomicBoolean done) {
        int reads = 0;
        long last = 0;
        while (!done.get() || reads < LEAST_READS) {
            long seen = readOnce();
            assertTrue(seen >= last, "what is read later is not of an earlier state");
            last = seen;
            reads++;
        }
        return reads;
    }

    /** The step that all of the rows are of. */
    private long readOnce() {
        List<Optional<Row>> found = read(
                KitRows.itemKey(DESK, "b", 1L),
                DESK,
                KitRows.itemKey(DESK, "a", latest(1)),
                KitRows.pieceKey(DESK, new Link(1, KitTables.HEAD_PIECE)),
                KitRows.itemKey(DESK, "c", 1L));
        Row head = found.get(1).orElseThrow();
        long step = head.number(KitTables.HEAD_LATEST);
        assertEquals(leading(DESK, step, "a", step, "x" + step), head);
        assertEquals(step, found.get(0).orElseThrow().number(KitTables.ITEM_SIZE));
        assertEquals(Optional.of(item(DESK, "a", step, 0, "x")), found.get(2));
        assertEquals(Optional.of(KitRows.piece(DESK, "x" + step, Optional.empty())), found.get(3));
        assertEquals(bytes(step), found.get(4).orElseThrow().bytes(KitTables.ITEM_BODY));
        return step;
    }
}
