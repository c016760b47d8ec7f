package dev.stet.diff;

import dev.stet.align.Lines;
import dev.stet.align.Words;
import dev.stet.diff.TextDiff.Hunk;
import dev.stet.diff.TextDiff.Kind;
import dev.stet.diff.TextDiff.Line;
import dev.stet.diff.TextDiff.Pair;
import dev.stet.diff.TextDiff.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Marks the words that changed from some lines to those that took their place, and tells which lines are one that was edited. */
final class Marks {
    private final String removed;
    private final String added;
    private final Marker before = new Marker();
    private final Marker after = new Marker();

    /** By the index of a line that was removed: how many letters each line that was added has in common with it. */
    private final List<Map<Integer, Integer>> common = new ArrayList<>();

    Marks(String removed, String added) {
        this.removed = removed;
        this.added = added;
    }

    Hunk hunk(int linesBefore, int linesAfter) {
        int i = 0;
        int j = 0;
        for (Lines.Chunk chunk : Words.changed(removed, added)) {
            stayed(removed.substring(i, chunk.from()));
            before.add(Kind.CHANGED, removed.substring(chunk.from(), chunk.fromEnd()));
            after.add(Kind.CHANGED, added.substring(chunk.to(), chunk.toEnd()));
            i = chunk.fromEnd();
            j = chunk.toEnd();
        }
        stayed(added.substring(j));
        before.endLine();
        after.endLine();
        return new Hunk(linesBefore, linesAfter, before.lines(linesBefore), after.lines(linesAfter), pairs());
    }

    private void stayed(String text) {
        for (String part : Lines.of(text)) {
            while (common.size() <= before.line()) {
                common.add(new HashMap<>());
            }
            common.get(before.line()).merge(after.line(), letters(part), Integer::sum);
            before.add(Kind.SAME, part);
            after.add(Kind.SAME, part);
        }
    }

    /** Each line with the one that it has most in common with, where that is at least half of one of them. */
    private List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        int next = 0;
        for (int line = 0; line < common.size(); line++) {
            int best = -1;
            int most = 0;
            for (Map.Entry<Integer, Integer> other : common.get(line).entrySet()) {
                int least = Math.min(before.letters.get(line), after.letters.get(other.getKey()));
                boolean enough = other.getKey() >= next && 2 * other.getValue() >= least;
                if (enough && other.getValue() > most) {
                    best = other.getKey();
                    most = other.getValue();
                }
            }
            if (best >= 0) {
                pairs.add(new Pair(line, best));
                next = best + 1;
            }
        }
        return pairs;
    }

    /** How much of a line a text is: letters count, and where there is nothing else, so does a line break. */
    private static int letters(String text) {
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            letters += unit == '\n' ? 1 : Character.isWhitespace(unit) ? 0 : 2;
        }
        return letters;
    }

    /** Cuts marked words into the lines of one side. */
    private static final class Marker {
        private final List<List<Span>> lines = new ArrayList<>();
        private final List<Integer> letters = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private List<Span> spans = new ArrayList<>();
        private Kind kind = Kind.SAME;
        private int all;
        private int same;

        /** The index of the line that what comes next stands in. */
        int line() {
            return lines.size();
        }

        void add(Kind next, String words) {
            for (String part : Lines.of(words)) {
                if (kind != next) {
                    endSpan();
                    kind = next;
                }
                text.append(part);
                int counted = letters(part);
                all += counted;
                same += kind == Kind.SAME ? counted : 0;
                if (part.endsWith("\n")) {
                    endLine();
                }
            }
        }

        private void endSpan() {
            if (!text.isEmpty()) {
                spans.add(new Span(kind, text.toString()));
                text.setLength(0);
            }
        }

        void endLine() {
            endSpan();
            if (!spans.isEmpty()) {
                boolean little = 2 * same < all;
                lines.add(little && spans.size() > 1 ? List.of(new Span(Kind.CHANGED, joined(spans))) : spans);
                letters.add(all);
                spans = new ArrayList<>();
                all = 0;
                same = 0;
            }
        }

        private static String joined(List<Span> spans) {
            return spans.stream().map(Span::text).collect(Collectors.joining());
        }

        List<Line> lines(int before) {
            List<Line> numbered = new ArrayList<>();
            for (List<Span> line : lines) {
                numbered.add(new Line(before + numbered.size() + 1, line));
            }
            return numbered;
        }
    }
}
