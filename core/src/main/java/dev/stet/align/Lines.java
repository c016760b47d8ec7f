package dev.stet.align;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts as sequences of lines or words, and where two such sequences differ. Nothing of a text is lost in its parts. */
public final class Lines {

    /** The most parts on either side for which the fewest differences are sought. */
    static final int MOST_PARTS = 500;

    private static final Pattern WORDS = Pattern.compile(
            "[\\p{L}\\p{N}\\p{M}_&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]]+|\\n|[\\s&&[^\\n]]+|.",
            Pattern.DOTALL);

    /**
     * Parts of the earlier sequence that give way to parts of the later one.
     *
     * @param from index of the first of them in the earlier sequence
     * @param fromEnd index after the last
     * @param to index of the first of those that take their place in the later sequence
     * @param toEnd index after the last
     */
    public record Chunk(int from, int fromEnd, int to, int toEnd) {}

    private Lines() {}

    /** The lines of a text, each with the {@code \n} it ends with; joined they are the text. Empty for the empty text. */
    public static List<String> of(String text) {
        List<String> lines = new ArrayList<>();
        for (int start = 0; start < text.length(); ) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline + 1;
            lines.add(text.substring(start, end));
            start = end;
        }
        return lines;
    }

    /**
     * The words, blanks, line breaks and single other characters of a text; joined they are the text. Of scripts that do not part words,
     * each character is one.
     */
    public static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORDS.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    /**
     * Where two sequences differ, in ascending order. As few parts as possible are said to differ where no more than
     * {@value #MOST_PARTS} on either side stand between the common beginning and the common end; longer sequences are
     * matched at the parts that are once in each first, so that the time stays bounded.
     */
    public static List<Chunk> chunks(List<String> from, List<String> to) {
        Map<String, Integer> numbers = new HashMap<>();
        return chunks(from, to, parts -> numbered(parts, numbers));
    }

    /** The same of numbers, which are not negative, and about as small as there are different ones. */
    public static List<Chunk> chunksOfNumbers(List<Integer> from, List<Integer> to) {
        return chunks(
                from, to, parts -> parts.stream().mapToInt(Integer::intValue).toArray());
    }

    /** @param numbers parts as numbers, equal ones, and only those, as the same */
    private static <T> List<Chunk> chunks(List<T> from, List<T> to, Function<List<T>, int[]> numbers) {
        Ends ends =
                Ends.of(from.size(), to.size(), (left, right) -> from.get(left).equals(to.get(right)));
        int front = ends.front();
        List<T> before = from.subList(front, from.size() - ends.back());
        List<T> after = to.subList(front, to.size() - ends.back());
        if (before.isEmpty() && after.isEmpty()) {
            return List.of();
        }
        if (before.isEmpty() || after.isEmpty()) {
            return List.of(new Chunk(front, front + before.size(), front, front + after.size()));
        }
        boolean few = Math.max(before.size(), after.size()) <= MOST_PARTS;
        return few ? fewest(before, after, front) : between(numbers.apply(before), numbers.apply(after), front);
    }

    /** Between the parts that are matched. */
    private static List<Chunk> between(int[] before, int[] after, int offset) {
        int[] toFrom = Subsequence.longest(before, after);
        List<Chunk> chunks = new ArrayList<>();
        int i = 0;
        int j = 0;
        for (int at = 0; at <= toFrom.length; at++) {
            int match = at == toFrom.length ? before.length : toFrom[at];
            if (match >= 0) {
                if (i < match || j < at) {
                    chunks.add(new Chunk(offset + i, offset + match, offset + j, offset + at));
                }
                i = match + 1;
                j = at + 1;
            }
        }
        return List.copyOf(chunks);
    }

    private static int[] numbered(List<String> parts, Map<String, Integer> numbers) {
        int[] numbered = new int[parts.size()];
        for (int i = 0; i < numbered.length; i++) {
            numbered[i] = numbers.computeIfAbsent(parts.get(i), unseen -> numbers.size());
        }
        return numbered;
    }

    private static <T> List<Chunk> fewest(List<T> before, List<T> after, int offset) {
        List<Chunk> chunks = new ArrayList<>();
        for (Change change : new MyersDiffWithLinearSpace<T>().computeDiff(before, after, null)) {
            Chunk chunk = new Chunk(
                    offset + change.startOriginal,
                    offset + change.endOriginal,
                    offset + change.startRevised,
                    offset + change.endRevised);
            Chunk last = chunks.isEmpty() ? null : chunks.get(chunks.size() - 1);
            if (last != null && last.fromEnd == chunk.from && last.toEnd == chunk.to) {
                chunks.set(chunks.size() - 1, new Chunk(last.from, chunk.fromEnd, last.to, chunk.toEnd));
            } else {
                chunks.add(chunk);
            }
        }
        return List.copyOf(chunks);
    }
}
