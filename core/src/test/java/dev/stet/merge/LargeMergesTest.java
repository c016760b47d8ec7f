package dev.stet.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.align.Lines;
import dev.stet.align.Lines.Chunk;
import dev.stet.align.Renames;
import dev.stet.content.Content;
import dev.stet.content.JsonArray;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonValue;
import dev.stet.merge.Elements.Element;
import dev.stet.merge.Merge.Clean;
import dev.stet.merge.Regions.Region;
import dev.stet.merge.Weave.Runs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How the cost of a merge grows. */
class LargeMergesTest {
    @Test
    void regionsAreCutInTimeLinearInTheEdits() {
        assertEquals(2, (double) comparisons(4_000) / comparisons(2_000), 0.1);
        assertTrue(comparisons(4_000) < 8 * 4_000);
    }

    /** Of texts of which both sides edited every second line, each the others. */
    private static long comparisons(int lines) {
        long[] count = new long[1];
        BiPredicate<Chunk, Chunk> counted = (one, other) -> {
            count[0]++;
            return Regions.touch(one, other);
        };
        List<Region> regions = Regions.of(
                lines,
                Lines.chunks(edited(lines, 2), edited(lines, 0)),
                Lines.chunks(edited(lines, 2), edited(lines, 1)),
                counted);
        assertTrue(regions.size() <= lines);
        return count[0];
    }

    private static List<String> edited(int lines, int rest) {
        return IntStream.range(0, lines)
                .mapToObj(i -> i % 2 == rest ? "edited " + i : "line " + i)
                .toList();
    }

    /** With a comparison of each with each this would take minutes. */
    @Test
    void identitiesOfEqualHashCodesAreAsGoodAsOthers() {
        int size = 1 << 15;
        Content base = Content.of(JsonObject.of("a", elements(size, size, "")));
        Content ours = Content.of(JsonObject.of("a", elements(size, 1, "ours")));
        Content theirs = Content.of(JsonObject.of("a", elements(size, 0, "theirs")));
        Merge merge = Merge.of(base, ours, theirs);
        assertTrue(merge instanceof Clean, merge::toString);
        assertEquals(size, merge.contributions().size());
        assertEquals(hostile(0, size).hashCode(), hostile(size - 1, size).hashCode());
    }

    /** With a look at each other name for each name this would take minutes. */
    @Test
    void everyNameMayBeAnotherOne() {
        int size = 1 << 18;
        Map<String, JsonValue> base = new TreeMap<>();
        Map<String, JsonValue> renamed = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            base.put("a" + i, JsonValue.of(i));
            renamed.put("b" + i, JsonValue.of(i));
        }

        Map<String, String> renames = Renames.ofMembers(base, renamed);

        assertEquals(size, renames.size());
        renames.forEach((from, to) -> assertEquals(from.substring(1), to.substring(1)));
    }

    /** Elements stand where their indexes say, each of which is asked for a few times, however they moved. */
    @Test
    void elementsArePutInOrderWithoutBeingCompared() {
        int size = 1 << 12;
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            elements.add(new Element(i, i, i % 3 == 0 ? -1 : (i * 1_999) % size, i));
        }
        long[] asked = new long[1];
        List<Element> ordered = Elements.inOrder(elements, element -> {
            asked[0]++;
            return element.ours();
        });
        assertTrue(asked[0] <= 3L * size, asked[0] + " times");
        List<Element> expected = elements.stream()
                .filter(element -> element.ours() >= 0)
                .sorted(Comparator.comparingInt(Element::ours))
                .toList();
        assertEquals(expected, ordered);
    }

    /** A sequence of which nothing is put in behind most parts is no list for each of them. */
    @Test
    void onlyWhatStandsBetweenIsKept() {
        long[] asked = new long[1];
        Runs<Integer> runs = Runs.of(IntStream.range(0, 1_000).boxed().toList(), each -> {
            asked[0]++;
            return each != 500;
        });
        assertEquals(1_000, asked[0]);
        assertEquals(List.of(500), runs.after(499));
        assertSame(runs.after(0), runs.after(1));
    }

    private static JsonArray elements(int size, int edited, String text) {
        return JsonArray.of(IntStream.range(0, size)
                .mapToObj(i -> JsonObject.of("id", JsonValue.of(hostile(i, size)))
                        .with("text", JsonValue.of(i % 2 == edited ? text : "")))
                .toArray(JsonValue[]::new));
    }

    /** Different for each index below the size, with one hash code for all. */
    private static String hostile(int index, int size) {
        StringBuilder id = new StringBuilder();
        for (int bit = 1; bit < size; bit <<= 1) {
            id.append((index & bit) == 0 ? "Aa" : "BB");
        }
        return id.toString();
    }
}
