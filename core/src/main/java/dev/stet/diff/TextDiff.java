package dev.stet.diff;

import dev.stet.align.Lines;
import java.util.ArrayList;
import java.util.List;

/**
 * Where two texts differ: by line, and inside the lines by word. Immutable. Nothing is lost: each line ends with the
 * {@code \n} it has in its text, and a last line without one is told from one with it.
 */
public final class TextDiff {

    /** Texts of one line are compared by word from this length on. */
    public static final int SHORT = 40;

    /** Words in common, in hundredths, below which lines count as another text. */
    private static final int LITTLE = 30;

    /** Whether a part of a line is on both sides. */
    public enum Kind {
        /** On both sides. */
        SAME,
        /** On this side only. */
        CHANGED
    }

    /**
     * A part of a line.
     *
     * @param kind whether the other side has it, too
     * @param text never empty
     */
    public record Span(Kind kind, String text) {}

    /**
     * A line of one side.
     *
     * @param number counted from 1
     * @param spans its parts in order, immutable; joined they are the line with its line break
     */
    public record Line(int number, List<Span> spans) {
        public Line {
            spans = List.copyOf(spans);
        }

        /** The line, with the line break it ends with. */
        public String text() {
            StringBuilder text = new StringBuilder();
            spans.forEach(span -> text.append(span.text()));
            return text.toString();
        }
    }

    /**
     * Lines that gave way to others.
     *
     * @param before how many lines stand before it in the earlier text
     * @param after how many lines stand before it in the later text
     * @param removed lines of the earlier text, immutable; may be empty
     * @param added lines of the later text, immutable; may be empty
     */
    public record Hunk(int before, int after, List<Line> removed, List<Line> added) {
        public Hunk {
            removed = List.copyOf(removed);
            added = List.copyOf(added);
        }

        /** How many lines changed: the more of those removed and those added. */
        public int lines() {
            return Math.max(removed.size(), added.size());
        }
    }

    private final List<String> from;
    private final List<String> to;
    private final List<Hunk> hunks;

    private TextDiff(List<String> from, List<String> to) {
        this.from = List.copyOf(from);
        this.to = List.copyOf(to);
        this.hunks = Lines.chunks(from, to).stream().map(this::hunk).toList();
    }

    /** What changed from one text to another. */
    public static TextDiff between(String from, String to) {
        return new TextDiff(Lines.of(from), Lines.of(to));
    }

    static boolean isLong(String text) {
        return text.length() > SHORT || text.indexOf('\n') >= 0;
    }

    /** How many lines changed between two texts: cheaper than all of what changed in them. */
    static int changedLines(String from, String to) {
        return Lines.chunks(Lines.of(from), Lines.of(to)).stream()
                .mapToInt(chunk -> Math.max(chunk.fromEnd() - chunk.from(), chunk.toEnd() - chunk.to()))
                .sum();
    }

    /** The places that changed, from the beginning of the texts to their end; immutable, empty when they are equal. */
    public List<Hunk> hunks() {
        return hunks;
    }

    /** How many lines changed. */
    public int lines() {
        return hunks.stream().mapToInt(Hunk::lines).sum();
    }

    /** The lines of the earlier text, each with its line break; immutable. */
    public List<String> from() {
        return from;
    }

    /** The lines of the later text, each with its line break; immutable. */
    public List<String> to() {
        return to;
    }

    private Hunk hunk(Lines.Chunk chunk) {
        List<String> removed = Lines.words(String.join("", from.subList(chunk.from(), chunk.fromEnd())));
        List<String> added = Lines.words(String.join("", to.subList(chunk.to(), chunk.toEnd())));
        List<Lines.Chunk> words = Lines.chunks(removed, added);
        Marker before = new Marker(chunk.from());
        Marker after = new Marker(chunk.to());
        if (haveLittleInCommon(removed, added, words)) {
            before.addAll(Kind.CHANGED, removed);
            after.addAll(Kind.CHANGED, added);
        } else {
            mark(removed, added, words, before, after);
        }
        return new Hunk(chunk.from(), chunk.to(), before.finished(), after.finished());
    }

    private static void mark(
            List<String> removed, List<String> added, List<Lines.Chunk> words, Marker before, Marker after) {
        int i = 0;
        int j = 0;
        for (Lines.Chunk word : words) {
            before.addAll(Kind.SAME, removed.subList(i, word.from()));
            after.addAll(Kind.SAME, added.subList(j, word.to()));
            before.addAll(Kind.CHANGED, removed.subList(word.from(), word.fromEnd()));
            after.addAll(Kind.CHANGED, added.subList(word.to(), word.toEnd()));
            i = word.fromEnd();
            j = word.toEnd();
        }
        before.addAll(Kind.SAME, removed.subList(i, removed.size()));
        after.addAll(Kind.SAME, added.subList(j, added.size()));
    }

    private static boolean haveLittleInCommon(List<String> removed, List<String> added, List<Lines.Chunk> words) {
        long all = letters(removed) + letters(added);
        long changed = 0;
        for (Lines.Chunk word : words) {
            changed += letters(removed.subList(word.from(), word.fromEnd()));
            changed += letters(added.subList(word.to(), word.toEnd()));
        }
        return (all - changed) * 100 < all * LITTLE;
    }

    private static long letters(List<String> words) {
        return words.stream()
                .filter(word -> !word.isBlank())
                .mapToLong(String::length)
                .sum();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextDiff that && from.equals(that.from) && to.equals(that.to);
    }

    @Override
    public int hashCode() {
        return 31 * from.hashCode() + to.hashCode();
    }

    /** How many lines changed; not the texts. */
    @Override
    public String toString() {
        return "TextDiff[" + lines() + " lines]";
    }

    /** Cuts marked words into lines. */
    private static final class Marker {
        private final List<Line> lines = new ArrayList<>();
        private final List<Span> spans = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private Kind kind = Kind.SAME;
        private int number;

        Marker(int before) {
            number = before;
        }

        void addAll(Kind next, List<String> words) {
            for (String word : words) {
                if (kind != next) {
                    endSpan();
                    kind = next;
                }
                Lines.of(word).forEach(this::add);
            }
        }

        private void add(String part) {
            text.append(part);
            if (part.endsWith("\n")) {
                endLine();
            }
        }

        List<Line> finished() {
            if (!text.isEmpty() || !spans.isEmpty()) {
                endLine();
            }
            return lines;
        }

        private void endSpan() {
            if (!text.isEmpty()) {
                spans.add(new Span(kind, text.toString()));
                text.setLength(0);
            }
        }

        private void endLine() {
            endSpan();
            number++;
            lines.add(new Line(number, spans));
            spans.clear();
        }
    }
}
