package dev.stet.diff;

import dev.stet.align.Lines;
import java.util.List;

/**
 * Where two texts differ: by line, and inside the lines by word. Immutable. Nothing is lost: each line ends with the
 * {@code \n} it has in its text, and a last line without one is told from one with it.
 */
public final class TextDiff {

    /** Texts of one line are compared by word from this length on. */
    public static final int SHORT = 40;

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
     * @param spans its parts in order, immutable; joined they are the line with its line break. One part that changed, where
     *     less than half of the line is on the other side: which words of it are would tell nobody anything
     */
    public record Line(int number, List<Span> spans) {
        public Line {
            spans = List.copyOf(spans);
        }

        /** Whether a part of it stayed, and another did not. */
        public boolean isMarked() {
            return spans.size() > 1;
        }

        /** The line, with the line break it ends with. */
        public String text() {
            if (spans.size() == 1) {
                return spans.get(0).text();
            }
            StringBuilder text = new StringBuilder();
            spans.forEach(span -> text.append(span.text()));
            return text.toString();
        }
    }

    /**
     * A line that was edited, and of which at least half stayed.
     *
     * @param removed its index among the lines that were removed
     * @param added its index among those that were added
     */
    public record Pair(int removed, int added) {}

    /**
     * Lines that gave way to others.
     *
     * @param before how many lines stand before it in the earlier text
     * @param after how many lines stand before it in the later text
     * @param removed lines of the earlier text, immutable; may be empty
     * @param added lines of the later text, immutable; may be empty
     * @param pairs which of the lines are one that was edited, in order, immutable
     */
    public record Hunk(int before, int after, List<Line> removed, List<Line> added, List<Pair> pairs) {
        public Hunk {
            removed = List.copyOf(removed);
            added = List.copyOf(added);
            pairs = List.copyOf(pairs);
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
        String removed = joined(from.subList(chunk.from(), chunk.fromEnd()));
        String added = joined(to.subList(chunk.to(), chunk.toEnd()));
        return new Marks(removed, added).hunk(chunk.from(), chunk.to());
    }

    private static String joined(List<String> lines) {
        return lines.size() == 1 ? lines.get(0) : String.join("", lines);
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
}
