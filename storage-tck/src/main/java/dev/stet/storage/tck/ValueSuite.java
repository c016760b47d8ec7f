package dev.stet.storage.tck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.stet.storage.Bytes;
import dev.stet.storage.Column;
import dev.stet.storage.Condition;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.Scan;
import dev.stet.storage.tck.table.KitRows;
import dev.stet.storage.tck.table.KitTables;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every value that a column can hold comes back from it as it went in, and nothing where nothing was. */
public abstract class ValueSuite extends StorageSuite {
    private static final Key DESK = KitRows.head("w", "desk");
    private static final Row PLAIN = KitRows.item(DESK, "a", 1);
    private static final int PLANE = 1 << 16;
    private static final int MEBIBYTE = 1 << 20;

    /** All that some collation takes for the same as the first, or for a pattern of it. */
    private static final List<String> LOOKALIKES = List.of(
            "live",
            "",
            " ",
            "live ",
            " live",
            "LIVE",
            "liv\u00E9",
            "live\u0301",
            "\uFF4C\uFF49\uFF56\uFF45",
            "l\u0131ve",
            "live\t",
            "live\n",
            "live\u0001",
            "live\u007F",
            "live\u00A0",
            "live\u00AD",
            "live\u200B",
            "live\uFEFF",
            "live\uD83D\uDE00",
            "live\uD83D\uDE01",
            "l_ve",
            "l%e",
            "l\\ive",
            "l'ive",
            "NULL",
            "null");

    /** Reads a row as it was written, alone and in a list. */
    private void comesBack(Row row) {
        KitChange.of(row.head(), 0).add(row).applyTo(store());
        assertEquals(Optional.of(row), store().read(List.of(row.key())).get(0));
        Key head = row.head();
        assertEquals(
                List.of(row.light()),
                store().scan(Scan.of(
                        row.table(), row.table().key(), head.values().toArray())));
    }

    private static Row item(int number, Column column, Object value) {
        Key head = KitRows.head("w", "desk-" + number);
        return KitTables.with(KitRows.item(head, "a", 1), column, value);
    }

    @TestFactory
    Stream<DynamicTest> everyCodePointComesBack() {
        return IntStream.rangeClosed(0, 16)
                .mapToObj(plane -> dynamicTest(
                        "plane " + plane, () -> comesBack(item(plane, KitTables.ITEM_STORY, plane(plane)))));
    }

    /** All code points of a plane that a text can hold. */
    private static String plane(int number) {
        return IntStream.range(number * PLANE, (number + 1) * PLANE)
                .filter(point -> point != 0 && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Its limit is in UTF-16 units, whatever each of them takes. */
    @TestFactory
    Stream<DynamicTest> textsComeBackUpToTheirLimits() {
        List<String> units = List.of("x", "\u00E9", "\uFFFD", "\uD83D\uDE00", " ", "'", "\\");
        return units.stream()
                .map(unit -> dynamicTest("text of " + unit, () -> {
                    Row named = item(units.indexOf(unit), KitTables.ITEM_NAME, repeated(unit, KitTables.ITEM_NAME));
                    Row coded = KitTables.with(named, KitTables.ITEM_CODE, repeated(unit, KitTables.ITEM_CODE));
                    comesBack(KitTables.with(coded, KitTables.ITEM_NOTE, repeated(unit, KitTables.ITEM_NOTE)));
                }));
    }

    private static String repeated(String unit, Column column) {
        return unit.repeat(column.limit().orElseThrow() / unit.length());
    }

    /** Found by its key and by a condition, each is itself alone. */
    @Promise(9)
    @Test
    void textsAreTheSameWhereTheirCodePointsAre() {
        KitChange change = KitChange.of(DESK, 0);
        for (String text : LOOKALIKES) {
            Row row = KitRows.item(DESK, text, LOOKALIKES.indexOf(text));
            Row named = KitTables.with(row, KitTables.ITEM_NAME, text);
            change.add(KitTables.with(KitTables.with(named, KitTables.ITEM_NOTE, text), KitTables.ITEM_CODE, text));
        }
        change.applyTo(store());
        for (String text : LOOKALIKES) {
            long number = LOOKALIKES.indexOf(text);
            assertEquals(
                    List.of(number),
                    store().read(List.of(KitRows.itemKey(DESK, text, number))).stream()
                            .flatMap(Optional::stream)
                            .map(row -> row.number(KitTables.ITEM_NUMBER))
                            .toList());
            List<Scan> scans = List.of(
                    Scan.of(KitTables.ITEM, KitTables.ITEM.key(), "w", "desk", text),
                    Scan.of(KitTables.ITEM, KitTables.index(KitTables.ITEM, "kit_item_by_name"), "w", "desk", text),
                    Scan.of(KitTables.ITEM, KitTables.index(KitTables.ITEM, "kit_item_by_code"), "w", "desk", text),
                    all().where(new Condition.Equal(KitTables.ITEM_NAME, text)),
                    all().where(new Condition.Equal(KitTables.ITEM_NOTE, text)));
            scans.forEach(scan -> assertEquals(List.of(number), numbers(scan), scan::toString));
            assertEquals(
                    LOOKALIKES.stream()
                            .filter(other -> other.contains(text))
                            .map(other -> (long) LOOKALIKES.indexOf(other))
                            .sorted()
                            .toList(),
                    numbers(all().where(new Condition.Contains(KitTables.ITEM_NOTE, text))).stream()
                            .sorted()
                            .toList(),
                    text);
        }
    }

    private static Scan all() {
        return Scan.of(KitTables.ITEM, KitTables.ITEM.key(), "w", "desk");
    }

    private List<Long> numbers(Scan scan) {
        return store().scan(scan).stream()
                .map(row -> row.number(KitTables.ITEM_NUMBER))
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> numbersComeBack() {
        List<Long> numbers = List.of(
                Long.MIN_VALUE,
                Long.MIN_VALUE + 1,
                -(1L << 53) - 1,
                -1L,
                0L,
                1L,
                1L << 32,
                (1L << 53) + 1,
                Long.MAX_VALUE);
        return numbers.stream()
                .map(number -> dynamicTest("number " + number, () -> {
                    Key head = KitRows.head("w", "desk-" + numbers.indexOf(number));
                    Row row = KitTables.with(KitRows.item(head, "a", number), KitTables.ITEM_NEXT, number);
                    comesBack(row);
                    KitTables.ITEM.indexes().stream()
                            .filter(index -> index.name().equals("kit_item_by_next"))
                            .forEach(index -> assertEquals(
                                    List.of(row.light()),
                                    store().scan(Scan.of(
                                            KitTables.ITEM,
                                            index,
                                            "w",
                                            head.values().get(1),
                                            number))));
                }));
    }

    @TestFactory
    Stream<DynamicTest> flagsAndNothingComeBack() {
        return Stream.of(true, false)
                .map(flag -> dynamicTest("flag " + flag, () -> {
                    Row row = item(flag ? 1 : 0, KitTables.ITEM_OPEN, flag);
                    comesBack(row);
                    Row found = store().read(List.of(row.key())).get(0).orElseThrow();
                    assertEquals(
                            List.of(
                                    KitTables.ITEM_NOTE,
                                    KitTables.ITEM_STORY,
                                    KitTables.ITEM_NEXT,
                                    KitTables.ITEM_ORIGIN,
                                    KitTables.ITEM_CODE),
                            KitTables.ITEM.columns().stream()
                                    .filter(column -> !found.has(column))
                                    .toList());
                }));
    }

    @Promise(3)
    @TestFactory
    Stream<DynamicTest> bytesComeBack() {
        byte[] random = new byte[4 * MEBIBYTE];
        new Random(7).nextBytes(random);
        List<byte[]> all = List.of(
                new byte[0],
                new byte[1],
                everyByte(),
                new byte[70_000],
                Arrays.copyOf(random, MEBIBYTE - 1),
                Arrays.copyOf(random, MEBIBYTE),
                Arrays.copyOf(random, MEBIBYTE + 1),
                new byte[4 * MEBIBYTE],
                random);
        return all.stream()
                .map(bytes -> dynamicTest("bytes " + all.indexOf(bytes) + " of " + bytes.length, () -> {
                    Row row = item(all.indexOf(bytes), KitTables.ITEM_BODY, Bytes.of(bytes));
                    comesBack(row);
                    Row found = store().read(List.of(row.key())).get(0).orElseThrow();
                    assertArrayEquals(bytes, found.bytes(KitTables.ITEM_BODY).toArray());
                }));
    }

    private static byte[] everyByte() {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }

    @TestFactory
    Stream<DynamicTest> hashesAndShortBytesComeBack() {
        byte[] every = everyByte();
        return IntStream.range(0, 8)
                .mapToObj(i -> dynamicTest("part " + i, () -> {
                    Bytes hash = Bytes.of(Arrays.copyOfRange(every, i * 32, i * 32 + 32));
                    Row row = item(i, KitTables.ITEM_DIGEST, hash);
                    comesBack(KitTables.with(
                            KitTables.with(row, KitTables.ITEM_ORIGIN, hash),
                            KitTables.ITEM_SEAL,
                            Bytes.of(Arrays.copyOfRange(every, i * 32, i * 32 + i * 8))));
                }));
    }

    /** A row of each kind of head, too. */
    @Test
    void headsComeBackWithEverythingAndWithNothingInThem() {
        Row plain = KitRows.headRow(DESK, 1);
        Row full = KitTables.with(
                KitTables.with(
                        KitTables.with(
                                KitTables.with(KitRows.headRow(DESK, 2), KitTables.HEAD_PLACE, Long.MIN_VALUE),
                                KitTables.HEAD_SHELF,
                                "\uD83D\uDE00".repeat(32)),
                        KitTables.HEAD_LATEST,
                        Long.MAX_VALUE),
                KitTables.HEAD_PIECE,
                KitRows.hash("piece"));
        KitChange.of(DESK, 0).row(plain).applyTo(store());
        assertEquals(List.of(Optional.of(plain)), store().read(List.of(DESK)));
        KitChange.of(DESK, 1).row(full).applyTo(store());
        assertEquals(List.of(Optional.of(full)), store().read(List.of(DESK)));
        assertEquals(List.of(full), store().scan(Scan.of(KitTables.HEAD, KitTables.HEAD.key(), "w")));
    }

    @Test
    void rowsDoNotChangeWithTheArraysThatTheyCameFromOrWentTo() {
        byte[] bytes = {1, 2, 3};
        Row row = KitTables.with(PLAIN, KitTables.ITEM_BODY, Bytes.of(bytes));
        KitChange.of(DESK, 0).add(row).applyTo(store());
        bytes[0] = 9;
        Row found = store().read(List.of(row.key())).get(0).orElseThrow();
        found.bytes(KitTables.ITEM_BODY).toArray()[1] = 9;
        Row again = store().read(List.of(row.key())).get(0).orElseThrow();
        assertEquals(Bytes.ofHex("010203"), again.bytes(KitTables.ITEM_BODY));
    }
}
