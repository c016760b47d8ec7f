package dev.stet.align;

import dev.stet.content.JsonValue;
import java.util.Arrays;
import java.util.List;

/** Pairs what a common subsequence left over. Indices of the earlier state are kept by those of the later; -1 for none. */
final class Leftovers {

    /** The most comparisons in one gap. A larger gap is paired in order, or not at all. */
    private static final int MOST_COMPARISONS = 1 << 12;

    private final List<JsonValue> from;
    private final List<JsonValue> to;
    private final int[] toFrom;
    private final Pairing pairing;

    /** Which elements of one gap are taken for the same. */
    enum Pairing {
        /** Those that are alike. */
        ALIKE,
        /** Those too, that are as many before as after, with nothing alike between them. */
        ALIKE_OR_ALONE
    }

    private Leftovers(List<JsonValue> from, List<JsonValue> to, int[] toFrom, Pairing pairing) {
        this.from = from;
        this.to = to;
        this.toFrom = toFrom;
        this.pairing = pairing;
    }

    static int[] nothing(int size) {
        int[] none = new int[size];
        Arrays.fill(none, -1);
        return none;
    }

    static int[] sameClass(int[] from, int[] to) {
        int[] toFrom = nothing(to.length);
        matchEqual(from, to, toFrom);
        return toFrom;
    }

    /** Pairs equal elements wherever they stand, the first of them with the first. */
    static void matchEqual(int[] from, int[] to, int[] toFrom) {
        boolean[] taken = taken(from.length, toFrom);
        int[] first = nothing(1 + Math.max(most(from), most(to)));
        int[] next = new int[from.length];
        for (int i = from.length - 1; i >= 0; i--) {
            if (!taken[i]) {
                next[i] = first[from[i]];
                first[from[i]] = i;
            }
        }
        for (int j = 0; j < to.length; j++) {
            int equal = toFrom[j] < 0 ? first[to[j]] : -1;
            if (equal >= 0) {
                toFrom[j] = equal;
                first[to[j]] = next[equal];
            }
        }
    }

    private static int most(int[] numbers) {
        return Arrays.stream(numbers).max().orElse(-1);
    }

    /** Pairs elements that stand in the same gap between pairs in order, and are alike. */
    static void matchAlike(List<JsonValue> from, List<JsonValue> to, int[] toFrom, Pairing pairing) {
        Leftovers leftovers = new Leftovers(from, to, toFrom, pairing);
        boolean[] inOrder = Increasing.longest(toFrom);
        boolean[] taken = taken(from.size(), toFrom);
        int i = 0;
        int j = 0;
        for (int at = 0; at <= to.size(); at++) {
            if (at == to.size() || inOrder[at]) {
                int end = at == to.size() ? from.size() : toFrom[at];
                leftovers.matchGap(free(taken, i, end), leftovers.unmatched(j, at));
                i = end + 1;
                j = at + 1;
            }
        }
    }

    private void matchGap(int[] before, int[] after) {
        if (before.length == 0 || after.length == 0) {
            return;
        }
        if ((long) before.length * after.length > MOST_COMPARISONS) {
            matchRest(before, 0, before.length, after, 0, after.length);
        } else {
            matchBest(before, after);
        }
    }

    private void matchInOrder(int[] before, int[] after) {
        for (int k = 0; k < Math.min(before.length, after.length); k++) {
            if (Likeness.sameKind(from.get(before[k]), to.get(after[k]))) {
                toFrom[after[k]] = before[k];
            }
        }
    }

    /** Of all pairings in order, the one whose pairs are most alike; then what stands alone between two pairs. */
    private void matchBest(int[] before, int[] after) {
        int[][] likeness = new int[before.length][after.length];
        int[][] best = new int[before.length + 1][after.length + 1];
        for (int i = before.length - 1; i >= 0; i--) {
            for (int j = after.length - 1; j >= 0; j--) {
                likeness[i][j] = Likeness.of(from.get(before[i]), to.get(after[j]));
                int paired = likeness[i][j] < Likeness.ENOUGH ? -1 : likeness[i][j] + best[i + 1][j + 1];
                best[i][j] = Math.max(paired, Math.max(best[i + 1][j], best[i][j + 1]));
            }
        }
        int i = 0;
        int j = 0;
        int iGap = 0;
        int jGap = 0;
        while (i < before.length && j < after.length) {
            if (likeness[i][j] >= Likeness.ENOUGH && best[i][j] == likeness[i][j] + best[i + 1][j + 1]) {
                matchRest(before, iGap, i, after, jGap, j);
                toFrom[after[j++]] = before[i++];
                iGap = i;
                jGap = j;
            } else if (best[i + 1][j] == best[i][j]) {
                i++;
            } else {
                j++;
            }
        }
        matchRest(before, iGap, before.length, after, jGap, after.length);
    }

    /** As many before as after: each may be taken for the one in its place. */
    private void matchRest(int[] before, int i, int iEnd, int[] after, int j, int jEnd) {
        if (pairing == Pairing.ALIKE_OR_ALONE && iEnd - i == jEnd - j) {
            matchInOrder(Arrays.copyOfRange(before, i, iEnd), Arrays.copyOfRange(after, j, jEnd));
        }
    }

    private int[] unmatched(int start, int end) {
        int[] found = new int[end - start];
        int count = 0;
        for (int j = start; j < end; j++) {
            if (toFrom[j] < 0) {
                found[count++] = j;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private static int[] free(boolean[] taken, int start, int end) {
        int[] found = new int[Math.max(0, end - start)];
        int count = 0;
        for (int i = start; i < end; i++) {
            if (!taken[i]) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private static boolean[] taken(int size, int[] toFrom) {
        boolean[] taken = new boolean[size];
        for (int matched : toFrom) {
            if (matched >= 0) {
                taken[matched] = true;
            }
        }
        return taken;
    }
}
