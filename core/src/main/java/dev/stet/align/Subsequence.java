package dev.stet.align;

/**
 * The longest common subsequence of two sequences of numbers, which are not negative, and no greater than there are different
 * ones. What is common at both ends is taken first; a rest that is too
 * large for a table is cut at the numbers that are once in each, as patience diff does, and what has none is left alone.
 */
final class Subsequence {

    /** The most cells of a table: 512 by 512 elements, half a millisecond. */
    static final int MOST_CELLS = 1 << 18;

    private static final int SEVERAL = -2;

    private final int[] from;
    private final int[] to;
    private final int[] toFrom;

    private Subsequence(int[] from, int[] to) {
        this.from = from;
        this.to = to;
        this.toFrom = Leftovers.nothing(to.length);
    }

    /** For each index of the later sequence, the index in the earlier one; -1 for none. */
    static int[] longest(int[] from, int[] to) {
        Subsequence subsequence = new Subsequence(from, to);
        subsequence.match(new Range(0, from.length, 0, to.length), true);
        return subsequence.toFrom;
    }

    private record Range(int from, int fromEnd, int to, int toEnd) {

        boolean isEmpty() {
            return from == fromEnd || to == toEnd;
        }

        boolean fitsTable() {
            return (long) (fromEnd - from) * (toEnd - to) <= MOST_CELLS;
        }
    }

    private void match(Range whole, boolean mayCut) {
        Range rest = withoutEnds(whole);
        if (rest.isEmpty()) {
            return;
        }
        if (rest.fitsTable()) {
            byTable(rest);
        } else if (mayCut) {
            cut(rest);
        }
    }

    private Range withoutEnds(Range range) {
        int i = range.from;
        int j = range.to;
        while (i < range.fromEnd && j < range.toEnd && from[i] == to[j]) {
            toFrom[j++] = i++;
        }
        int iEnd = range.fromEnd;
        int jEnd = range.toEnd;
        while (iEnd > i && jEnd > j && from[iEnd - 1] == to[jEnd - 1]) {
            toFrom[--jEnd] = --iEnd;
        }
        return new Range(i, iEnd, j, jEnd);
    }

    private void byTable(Range range) {
        int rows = range.fromEnd - range.from;
        int columns = range.toEnd - range.to;
        int[][] lengths = new int[rows + 1][columns + 1];
        for (int i = rows - 1; i >= 0; i--) {
            for (int j = columns - 1; j >= 0; j--) {
                lengths[i][j] = from[range.from + i] == to[range.to + j]
                        ? lengths[i + 1][j + 1] + 1
                        : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < rows && j < columns) {
            if (from[range.from + i] == to[range.to + j]) {
                toFrom[range.to + j++] = range.from + i++;
            } else if (lengths[i + 1][j] >= lengths[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
    }

    private void cut(Range range) {
        int[] anchors = anchors(range);
        int i = range.from;
        int j = range.to;
        for (int at = range.to; at < range.toEnd; at++) {
            int anchor = anchors[at - range.to];
            if (anchor >= 0) {
                match(new Range(i, anchor, j, at), false);
                toFrom[at] = anchor;
                i = anchor + 1;
                j = at + 1;
            }
        }
        match(new Range(i, range.fromEnd, j, range.toEnd), false);
    }

    /** For each later index in the range, the earlier one of the same number, where that is once in each and in order. */
    private int[] anchors(Range range) {
        int[] earlier = once(from, range.from, range.fromEnd);
        int[] later = once(to, range.to, range.toEnd);
        int[] anchors = Leftovers.nothing(range.toEnd - range.to);
        for (int at = range.to; at < range.toEnd; at++) {
            int number = to[at];
            if (later[number] == at && number < earlier.length) {
                anchors[at - range.to] = Math.max(-1, earlier[number]);
            }
        }
        boolean[] inOrder = Increasing.longest(anchors);
        for (int k = 0; k < anchors.length; k++) {
            anchors[k] = inOrder[k] ? anchors[k] : -1;
        }
        return anchors;
    }

    /** Where each number stands; -1 for those that are nowhere, less for those that are there more than once. */
    private static int[] once(int[] numbers, int start, int end) {
        int most = -1;
        for (int i = start; i < end; i++) {
            most = Math.max(most, numbers[i]);
        }
        int[] places = Leftovers.nothing(most + 1);
        for (int i = start; i < end; i++) {
            places[numbers[i]] = places[numbers[i]] == -1 ? i : SEVERAL;
        }
        return places;
    }
}
