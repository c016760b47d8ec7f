package dev.stet.render;

import dev.stet.diff.TextDiff;
import dev.stet.diff.TextDiff.Hunk;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of two texts to be shown: changes that stand close to each other, and the lines around them.
 *
 * @param from how many lines of the earlier text stand before it
 * @param fromEnd how many stand before its end
 * @param to how many lines of the later text stand before it
 * @param toEnd how many stand before its end
 */
record Passage(int from, int fromEnd, int to, int toEnd, List<Hunk> hunks) {

    /** Lines shown before and after each change. */
    private static final int AROUND = 3;

    static List<Passage> of(TextDiff text) {
        List<Passage> passages = new ArrayList<>();
        List<Hunk> hunks = text.hunks();
        int first = 0;
        for (int i = 0; i < hunks.size(); i++) {
            boolean last = i == hunks.size() - 1 || hunks.get(i + 1).before() - end(hunks.get(i)) > 2 * AROUND;
            if (last) {
                passages.add(passage(text, hunks.subList(first, i + 1)));
                first = i + 1;
            }
        }
        return passages;
    }

    private static Passage passage(TextDiff text, List<Hunk> hunks) {
        Hunk first = hunks.get(0);
        Hunk last = hunks.get(hunks.size() - 1);
        int lead = Math.min(AROUND, first.before());
        int tail = Math.min(AROUND, text.from().size() - end(last));
        return new Passage(
                first.before() - lead,
                end(last) + tail,
                first.after() - lead,
                last.after() + last.added().size() + tail,
                hunks);
    }

    static int end(Hunk hunk) {
        return hunk.before() + hunk.removed().size();
    }
}
