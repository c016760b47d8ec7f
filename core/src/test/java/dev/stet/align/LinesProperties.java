package dev.stet.align;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.stet.align.Lines.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LinesProperties {

    @Property
    void partsJoinedAreTheText(@ForAll String text, @ForAll("texts") String lines) {
        for (String each : List.of(text, lines)) {
            assertEquals(each, String.join("", Lines.of(each)));
            assertEquals(each, String.join("", Lines.words(each)));
        }
    }

    @Property
    void puttingTheLaterPartsIntoTheEarlierSequenceGivesTheLater(
            @ForAll("texts") String from, @ForAll("texts") String to) {
        List<String> before = Lines.words(from);
        List<String> after = Lines.words(to);
        List<String> rebuilt = new ArrayList<>();
        int at = 0;
        for (Chunk chunk : Lines.chunks(before, after)) {
            rebuilt.addAll(before.subList(at, chunk.from()));
            assertEquals(chunk.to(), rebuilt.size());
            assertNotEquals(before.subList(chunk.from(), chunk.fromEnd()), after.subList(chunk.to(), chunk.toEnd()));
            rebuilt.addAll(after.subList(chunk.to(), chunk.toEnd()));
            at = chunk.fromEnd();
        }
        rebuilt.addAll(before.subList(at, before.size()));
        assertEquals(after, rebuilt);
    }

    @Property
    void chunksAreApart(@ForAll("texts") String from, @ForAll("texts") String to) {
        List<Chunk> chunks = Lines.chunks(Lines.of(from), Lines.of(to));
        for (int i = 1; i < chunks.size(); i++) {
            assertEquals(
                    chunks.get(i).from() - chunks.get(i - 1).fromEnd(),
                    chunks.get(i).to() - chunks.get(i - 1).toEnd());
            assertNotEquals(chunks.get(i - 1).fromEnd(), chunks.get(i).from());
        }
    }

    @Test
    void veryLongTextsAreMatchedToo() {
        List<String> before = numbered(0, 5_000);
        List<String> after = numbered(2_500, 7_500);

        assertEquals(
                List.of(new Chunk(0, 2_500, 0, 0), new Chunk(5_000, 5_000, 2_500, 5_000)), Lines.chunks(before, after));
        assertEquals(List.of(new Chunk(2, 5_000, 2, 2)), Lines.chunks(before, numbered(0, 2)));
        assertEquals(List.of(new Chunk(0, 9_000, 0, 8_000)), Lines.chunks(same("a\n", 9_000), same("b\n", 8_000)));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars('a', 'b', ' ', '\n', 'ä', '.').ofMaxLength(20);
    }

    private static List<String> numbered(int start, int end) {
        return IntStream.range(start, end).mapToObj(i -> "line " + i + "\n").toList();
    }

    private static List<String> same(String line, int times) {
        return IntStream.range(0, times).mapToObj(i -> line).toList();
    }
}
