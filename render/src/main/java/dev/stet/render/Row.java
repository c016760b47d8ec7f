package dev.stet.render;

import dev.stet.diff.TextDiff.Hunk;
import dev.stet.diff.TextDiff.Line;
import dev.stet.diff.TextDiff.Pair;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands beside each other: a line and what became of it, or lines that gave way to others.
 *
 * @param removed lines of the earlier text
 * @param added lines of the later text
 * @param same whether it is one line that stands on both sides as it is
 */
record Row(List<Line> removed, List<Line> added, boolean same) {

    static List<Row> of(Hunk hunk) {
        List<Row> rows = new ArrayList<>();
        int removed = 0;
        int added = 0;
        for (Pair pair : hunk.pairs()) {
            add(rows, hunk, removed, pair.removed(), added, pair.added(), false);
            removed = pair.removed() + 1;
            added = pair.added() + 1;
            add(rows, hunk, pair.removed(), removed, pair.added(), added, hunk.isSame(pair));
        }
        add(rows, hunk, removed, hunk.removed().size(), added, hunk.added().size(), false);
        return rows;
    }

    /** Whether both sides have lines, and the last of both ends with a line break, or neither. */
    boolean endsAlike() {
        return !removed.isEmpty()
                && !added.isEmpty()
                && removed.get(removed.size() - 1).endsWithBreak()
                        == added.get(added.size() - 1).endsWithBreak();
    }

    private static void add(List<Row> rows, Hunk hunk, int from, int fromEnd, int to, int toEnd, boolean same) {
        if (from < fromEnd || to < toEnd) {
            rows.add(new Row(hunk.removed().subList(from, fromEnd), hunk.added().subList(to, toEnd), same));
        }
    }
}
