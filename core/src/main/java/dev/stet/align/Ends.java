package dev.stet.align;

/**
 * How many parts two sequences begin with alike, and how many of the others they end with.
 *
 * @param front how many at the beginning
 * @param back how many at the end, none of which is one of those
 */
public record Ends(int front, int back) {

    /** Whether a part of one sequence is one of the other. */
    public interface Parts {
        /** Whether they are the same, by their indexes. */
        boolean areSame(int left, int right);
    }

    /** The ends of two sequences of so many parts. */
    public static Ends of(int left, int right, Parts parts) {
        return of(left, right, Integer.MAX_VALUE, parts);
    }

    /** The same, with a look at no more than so many parts at the beginning, and at the end. */
    static Ends of(int left, int right, int most, Parts parts) {
        int shorter = Math.min(left, right);
        int front = 0;
        while (front < Math.min(shorter, most) && parts.areSame(front, front)) {
            front++;
        }
        int back = 0;
        while (back < Math.min(shorter - front, most) && parts.areSame(left - 1 - back, right - 1 - back)) {
            back++;
        }
        return new Ends(front, back);
    }
}
