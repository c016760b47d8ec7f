package dev.stet.align;

import dev.stet.align.Lines.Chunk;
import java.util.ArrayList;
import java.util.List;

/**
 * Where two texts differ by words, as places of characters. Memory and time stay bounded however long the texts are and
 * whatever they are made of: what they begin and end with is passed over first, and what is left of long ones is cut into
 * stretches by what stands there, so that only stretches that differ are taken apart.
 */
public final class Words {

    /** The most characters on a side that are taken apart into words. */
    private static final int MOST_CHARACTERS = 1 << 16;

    /** The longest run of letters that is one word: beyond, a change of a part is not one of the whole. */
    private static final int LONGEST_WORD = 64;

    /** How far what was added is shifted to begin a line. */
    private static final int MOST_SHIFT = 256;

    private static final int LONG_STRETCH = 512;
    private static final int LONGEST_STRETCH = 4_096;

    private final String from;
    private final String to;
    private final List<Chunk> chunks = new ArrayList<>();

    private Words(String from, String to) {
        this.from = from;
        this.to = to;
    }

    /**
     * The characters of the earlier text that give way to characters of the later one, in ascending order, never beside each
     * other. What is between two of them is the same on both sides.
     */
    public static List<Chunk> changed(String from, String to) {
        Words words = new Words(from, to);
        words.compare(new Chunk(0, from.length(), 0, to.length()), true);
        return words.onLines();
    }

    /** What was only added or only removed, where there is a choice, begins where a line begins: so that it is lines. */
    private List<Chunk> onLines() {
        for (int i = 0; i < chunks.size(); i++) {
            Chunk chunk = chunks.get(i);
            int most = (i + 1 < chunks.size() ? chunks.get(i + 1).from() : from.length()) - chunk.fromEnd() - 1;
            if (chunk.from() == chunk.fromEnd()) {
                int by = toLine(to, chunk.to(), chunk.toEnd(), most);
                chunks.set(i, new Chunk(chunk.from() + by, chunk.from() + by, chunk.to() + by, chunk.toEnd() + by));
            } else if (chunk.to() == chunk.toEnd()) {
                int by = toLine(from, chunk.from(), chunk.fromEnd(), most);
                chunks.set(i, new Chunk(chunk.from() + by, chunk.fromEnd() + by, chunk.to() + by, chunk.to() + by));
            }
        }
        return List.copyOf(chunks);
    }

    /** By how much a part can be shifted and stay the same part, so that it begins a line. */
    private static int toLine(String text, int start, int end, int most) {
        int furthest = Math.min(most, MOST_SHIFT);
        for (int by = 0; by <= furthest && text.indexOf('\n', start) < end; by++) {
            if (start + by == 0 || text.charAt(start + by - 1) == '\n') {
                return by;
            }
            if (end + by >= text.length() || text.charAt(start + by) != text.charAt(end + by)) {
                return 0;
            }
        }
        return 0;
    }

    private void compare(Chunk whole, boolean mayCut) {
        Chunk chunk = trimmed(whole);
        int before = chunk.fromEnd() - chunk.from();
        int after = chunk.toEnd() - chunk.to();
        if (before == 0 && after == 0) {
            return;
        }
        if (before == 0 || after == 0) {
            add(chunk);
        } else if (Math.max(before, after) <= MOST_CHARACTERS) {
            compareParts(chunk, Lines.words(from(chunk)), Lines.words(to(chunk)), this::add);
        } else if (mayCut) {
            compareParts(chunk, stretches(from(chunk)), stretches(to(chunk)), part -> compare(part, false));
        } else {
            add(chunk);
        }
    }

    private String from(Chunk chunk) {
        return from.substring(chunk.from(), chunk.fromEnd());
    }

    private String to(Chunk chunk) {
        return to.substring(chunk.to(), chunk.toEnd());
    }

    private interface Then {
        void with(Chunk chunk);
    }

    private static void compareParts(Chunk whole, List<String> before, List<String> after, Then then) {
        int part = 0;
        int otherPart = 0;
        int from = whole.from();
        int to = whole.to();
        for (Chunk parts : Lines.chunks(before, after)) {
            int start = from + length(before, part, parts.from());
            int end = start + length(before, parts.from(), parts.fromEnd());
            int otherStart = to + length(after, otherPart, parts.to());
            int otherEnd = otherStart + length(after, parts.to(), parts.toEnd());
            then.with(new Chunk(start, end, otherStart, otherEnd));
            from = end;
            to = otherEnd;
            part = parts.fromEnd();
            otherPart = parts.toEnd();
        }
    }

    private static int length(List<String> parts, int from, int end) {
        int length = 0;
        for (int i = from; i < end; i++) {
            length += parts.get(i).length();
        }
        return length;
    }

    private void add(Chunk chunk) {
        Chunk last = chunks.isEmpty() ? null : chunks.get(chunks.size() - 1);
        if (last != null && last.fromEnd() == chunk.from() && last.toEnd() == chunk.to()) {
            chunks.set(chunks.size() - 1, new Chunk(last.from(), chunk.fromEnd(), last.to(), chunk.toEnd()));
        } else {
            chunks.add(chunk);
        }
    }

    /** Without the words that both sides begin and end with. */
    private Chunk trimmed(Chunk chunk) {
        int most = Math.min(chunk.fromEnd() - chunk.from(), chunk.toEnd() - chunk.to());
        int front = 0;
        while (front < most && from.charAt(chunk.from() + front) == to.charAt(chunk.to() + front)) {
            front++;
        }
        front = backToWord(chunk, front);
        int back = 0;
        while (back < most - front && from.charAt(chunk.fromEnd() - 1 - back) == to.charAt(chunk.toEnd() - 1 - back)) {
            back++;
        }
        back = onToWord(chunk, back);
        return new Chunk(chunk.from() + front, chunk.fromEnd() - back, chunk.to() + front, chunk.toEnd() - back);
    }

    private int backToWord(Chunk chunk, int length) {
        int front = length;
        int tries = LONGEST_WORD;
        while (front > 0
                && !(isBorder(from, chunk.from() + front) && isBorder(to, chunk.to() + front))
                && (tries > 0 || splitsPair(from, chunk.from() + front) || splitsPair(to, chunk.to() + front))) {
            front--;
            tries--;
        }
        return front;
    }

    private int onToWord(Chunk chunk, int length) {
        int back = length;
        int tries = LONGEST_WORD;
        while (back > 0
                && !(isBorder(from, chunk.fromEnd() - back) && isBorder(to, chunk.toEnd() - back))
                && (tries > 0 || splitsPair(from, chunk.fromEnd() - back) || splitsPair(to, chunk.toEnd() - back))) {
            back--;
            tries--;
        }
        return back;
    }

    private static boolean splitsPair(String text, int at) {
        return at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }

    /** Whether a word, or what is between words, ends here. */
    private static boolean isBorder(String text, int at) {
        if (at == 0 || at == text.length()) {
            return true;
        }
        int before = text.codePointBefore(at);
        int after = text.codePointAt(at);
        return !splitsPair(text, at)
                && !(isPartOfWord(before) && isPartOfWord(after))
                && !(isBlank(before) && isBlank(after));
    }

    private static boolean isBlank(int codePoint) {
        return Character.isWhitespace(codePoint) && codePoint != '\n';
    }

    private static boolean isPartOfWord(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> Character.isLetterOrDigit(codePoint) || codePoint == '_';
        };
    }

    /** Cut where the characters before say so: in both texts at the same places wherever they are the same. */
    private static List<String> stretches(String text) {
        List<String> stretches = new ArrayList<>();
        int start = 0;
        int hash = 0;
        for (int end = 1; end < text.length(); end++) {
            hash = hash * 2 + text.charAt(end - 1) * 0x9e3779b1;
            int length = end - start;
            boolean ends = ((hash >>> 26) == 0 && isBorder(text, end))
                    || (length >= LONG_STRETCH && (hash >>> 25) == 0 && !splitsPair(text, end))
                    || (length >= LONGEST_STRETCH && !splitsPair(text, end));
            if (ends) {
                stretches.add(text.substring(start, end));
                start = end;
            }
        }
        stretches.add(text.substring(start));
        return stretches;
    }
}
