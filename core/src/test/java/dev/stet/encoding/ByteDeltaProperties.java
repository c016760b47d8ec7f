package dev.stet.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.zip.DataFormatException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** A delta makes its target of its base, whatever the two are, and is short where they have much in common. */
final class ByteDeltaProperties {
    private static final int DOCUMENT = 100_000;

    /** A change of a run of bytes: what is at a place is replaced by something else, or moved to the end. */
    record Change(int place, int removed, String added, boolean moved) {
        byte[] on(byte[] bytes) {
            int from = bytes.length == 0 ? 0 : place % bytes.length;
            int to = Math.min(bytes.length, from + removed);
            Bytes.Writer after = new Bytes.Writer(bytes.length)
                    .all(bytes, 0, from)
                    .all(ascii(added))
                    .all(bytes, to, bytes.length - to);
            return (moved ? after.all(bytes, from, to - from) : after).toBytes();
        }
    }

    @Property
    void anyBaseAndTarget(@ForAll @Size(max = 300) byte[] base, @ForAll @Size(max = 300) byte[] target)
            throws DataFormatException {
        requireMade(base, target);
    }

    @Property
    void anyChangesOfAText(@ForAll("texts") byte[] base, @ForAll("changes") List<Change> changes)
            throws DataFormatException {
        byte[] target = base;
        for (Change change : changes) {
            target = change.on(target);
        }
        requireMade(base, target);
        requireMade(target, base);
    }

    @Property(tries = 50)
    void aDeltaIsAsLongAsWhatChangedNotAsTheDocument(@ForAll long seed, @ForAll("changes") List<Change> changes)
            throws DataFormatException {
        byte[] base = text(new Random(seed), DOCUMENT, 50_000);
        byte[] target = base;
        int changed = 0;
        for (Change change : changes) {
            target = change.on(target);
            changed += change.added().length() + 2 * Matcher.SHORTEST;
        }
        byte[] delta = ByteDelta.between(base, target);
        assertTrue(delta.length <= 30 + 30 * changes.size() + changed, () -> "delta of " + delta.length + " bytes");
        assertArrayEquals(target, applied(base, delta, target.length));
    }

    @Property
    void whatIsNoDeltaIsRefusedOrMakesSomethingOfTheSizeItSays(
            @ForAll("texts") byte[] base,
            @ForAll @Size(max = 60) byte[] bytes,
            @ForAll @IntRange(max = 5_000) int size) {
        try {
            assertTrue(applied(base, bytes, size).length == size);
        } catch (DataFormatException refused) {
            assertTrue(refused.getMessage().length() > 0);
        }
    }

    @Property
    void anyChangedByteIsRefusedOrMakesSomethingOfTheSameSize(
            @ForAll("texts") byte[] base,
            @ForAll("changes") List<Change> changes,
            @ForAll @IntRange(max = 9_999) int place,
            @ForAll byte other) {
        byte[] target = base;
        for (Change change : changes) {
            target = change.on(target);
        }
        byte[] delta = ByteDelta.between(base, target);
        delta[place % delta.length] = other;
        try {
            assertTrue(applied(base, delta, target.length).length == target.length);
        } catch (DataFormatException refused) {
            assertTrue(refused.getMessage().length() > 0);
        }
    }

    private static void requireMade(byte[] base, byte[] target) throws DataFormatException {
        byte[] delta = ByteDelta.between(base, target);
        assertArrayEquals(target, applied(base, delta, target.length));
        assertArrayEquals(delta, ByteDelta.between(base, target));
    }

    private static byte[] applied(byte[] base, byte[] delta, int size) throws DataFormatException {
        try (Deflate.Inflating inflating = new Deflate.Inflating()) {
            Text target = new Text();
            ByteDelta.apply(new Text().of(base), new Bytes.Reader(delta), size, target, inflating);
            return target.toBytes();
        }
    }

    @Provide
    Arbitrary<byte[]> texts() {
        Arbitrary<Long> seeds = Arbitraries.longs();
        return Combinators.combine(seeds, Arbitraries.integers().between(0, 4_000), Arbitraries.of(2, 30, 40_000))
                .as((seed, length, words) -> text(new Random(seed), length, words));
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        Arbitrary<String> added = Combinators.combine(
                        Arbitraries.longs(), Arbitraries.integers().between(0, 200))
                .as((seed, length) -> words(new Random(seed), length, 40_000));
        return Combinators.combine(
                        Arbitraries.integers().between(0, DOCUMENT),
                        Arbitraries.integers().between(0, 600),
                        added,
                        Arbitraries.of(true, false))
                .as(Change::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    private static byte[] text(Random random, int length, int words) {
        return ascii(words(random, length, words));
    }

    /** A text of random words; the fewer there are, the more it repeats itself. */
    private static String words(Random random, int length, int words) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(Integer.toString(random.nextInt(words), 36)).append(' ');
        }
        return text.substring(0, length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
