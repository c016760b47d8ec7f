package dev.stet.align;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.align.Lines.Chunk;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WordsProperties {

    @Property
    void whatIsBetweenIsTheSame(@ForAll String from, @ForAll String middle, @ForAll String to) {
        check(from + middle, middle + to);
        check(from + middle + to, from + to);
        check(from, to);
    }

    @Property(tries = 20)
    void soIsItInLongTexts(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder from = new StringBuilder();
        while (from.length() < 300_000) {
            from.append(Integer.toString(random.nextInt(), 36)).append(random.nextInt(20) == 0 ? "\ud83d\ude00" : " ");
        }
        StringBuilder to = new StringBuilder(from);
        int edits = random.nextInt(20) + 1;
        for (int i = 0; i < edits; i++) {
            int at = random.nextInt(to.length() - 100);
            to.replace(at, at + random.nextInt(50), random.nextBoolean() ? "edited " : "");
        }
        List<Chunk> chunks = check(from.toString(), to.toString());
        int changed = chunks.stream()
                .mapToInt(chunk -> chunk.fromEnd() - chunk.from() + chunk.toEnd() - chunk.to())
                .sum();
        assertTrue(changed < 4_000 * edits, () -> changed + " characters for " + edits + " edits");
    }

    @Test
    void wordsAreWhole() {
        assertEquals(List.of(new Chunk(8, 12, 8, 16)), Words.changed("Ask for name.", "Ask for nickname."));
    }

    @Test
    void ofALongRunOfLettersTheEditedPartCounts() {
        String run = "QUJDRA".repeat(50_000);
        List<Chunk> chunks = check(run + "x" + run + "y" + run, run + "z" + run + "w" + run);

        assertTrue(chunks.stream().allMatch(chunk -> chunk.fromEnd() - chunk.from() < 10_000), chunks::toString);
    }

    private static List<Chunk> check(String from, String to) {
        List<Chunk> chunks = Words.changed(from, to);
        int i = 0;
        int j = 0;
        for (Chunk chunk : chunks) {
            assertTrue(chunk.from() < chunk.fromEnd() || chunk.to() < chunk.toEnd());
            assertEquals(from.substring(i, chunk.from()), to.substring(j, chunk.to()));
            i = chunk.fromEnd();
            j = chunk.toEnd();
        }
        assertEquals(from.substring(i), to.substring(j));
        assertEquals(from.equals(to), chunks.isEmpty());
        return chunks;
    }
}
