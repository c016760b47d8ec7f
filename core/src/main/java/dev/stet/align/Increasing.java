package dev.stet.align;

/** The longest increasing subsequence, in time n log n. */
final class Increasing {

    private Increasing() {}

    /** Which of the values are in it. Negative values never are; of several as long, the one that ends lowest. */
    static boolean[] longest(int[] values) {
        int[] ends = new int[values.length];
        int[] previous = new int[values.length];
        int length = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] >= 0) {
                int at = place(values, ends, length, values[i]);
                previous[i] = at == 0 ? -1 : ends[at - 1];
                ends[at] = i;
                length = Math.max(length, at + 1);
            }
        }
        boolean[] chosen = new boolean[values.length];
        for (int i = length == 0 ? -1 : ends[length - 1]; i >= 0; i = previous[i]) {
            chosen[i] = true;
        }
        return chosen;
    }

    /** How many of the chains end below the value. */
    private static int place(int[] values, int[] ends, int length, int value) {
        int low = 0;
        int high = length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[ends[middle]] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
