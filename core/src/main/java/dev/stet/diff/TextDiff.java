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

        private boolean isSame() {
            return spans.size() == 1 && spans.get(0).kind() == Kind.SAME;
        }

        /** Whether it is longer than so many characters. */
        public boolean isLongerThan(int characters) {
            return spans.stream().mapToLong(span -> span.text().length()).sum() > characters;
        }

        /** Whether a line break ends it: only the last line of a text may have none. */
        public boolean endsWithBreak() {
            return spans.get(spans.size() - 1).text().endsWith("\n");
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
     * A line of which at least half stayed, or that stands as it is between others that changed.
     *
     * @param removed its index among the lines that were removed
     * @param added its index among those that were added
     */
    public record Pair(int removed, int added) {}

    /**
     * Lines that gave way to others. Blank lines between lines that changed are taken for a part of them.
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

        /** Whether a pair is a line that stands on both sides as it is. */
        public boolean isSame(Pair pair) {
            return removed.get(pair.removed()).isSame()
                    && added.get(pair.added()).isSame();
        }
    }

    private final List<String> from;
    private final List<String> to;
    private final List<Hunk> hunks;
    private final int lines;

    private TextDiff(List<String> from, List<String> to) {
        this.from = List.copyOf(from);
        this.to = List.copyOf(to);
        List<List<Lines.Chunk>> together = together(from, to);
        this.hunks = together.stream().map(this::hunk).toList();
        this.lines = lines(together);
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
        return lines(together(Lines.of(from), Lines.of(to)));
    }

    /** What changed, with what is parted by nothing but blank lines together. */
    private static List<List<Lines.Chunk>> together(List<String> from, List<String> to) {
        List<List<Lines.Chunk>> together = new ArrayList<>();
        int end = -1;
        for (Lines.Chunk chunk : Lines.chunks(from, to)) {
            if (end < 0 || !from.subList(end, chunk.from()).stream().allMatch(String::isBlank)) {
                together.add(new ArrayList<>());
            }
            together.get(together.size() - 1).add(chunk);
            end = chunk.fromEnd();
        }
        return together;
    }

    private static int lines(List<List<Lines.Chunk>> together) {
        int lines = 0;
        for (List<Lines.Chunk> chunks : together) {
            int removed = 0;
            int added = 0;
            for (Lines.Chunk chunk : chunks) {
                removed += chunk.fromEnd() - chunk.from();
                added += chunk.toEnd() - chunk.to();
            }
            lines += Math.max(removed, added);
        }
        return lines;
    }

    /** The places that changed, from the beginning of the texts to their end; immutable, empty when they are equal. */
    public List<Hunk> hunks() {
        return hunks;
    }

    /** How many lines changed: at each place the more of those removed and those added. */
    public int lines() {
        return lines;
    }

    /** The lines of the earlier text, each with its line break; immutable. */
    public List<String> from() {
        return from;
    }

    /** The lines of the later text, each with its line break; immutable. */
    public List<String> to() {
        return to;
    }

    private Hunk hunk(List<Lines.Chunk> chunks) {
        Lines.Chunk first = chunks.get(0);
        Lines.Chunk last = chunks.get(chunks.size() - 1);
        String removed = joined(from.subList(first.from(), last.fromEnd()));
        String added = joined(to.subList(first.to(), last.toEnd()));
        return new Marks(removed, added).hunk(first.from(), first.to());
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
