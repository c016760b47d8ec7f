package dev.stet.encoding;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds what a target has in common with a base. What both begin and end with is told first, in one comparison; for what
 * lies between, the blocks of the base are looked up by their hash, and what is found is grown to both sides. Every run of
 * {@link #SHORTEST} bytes or more that the base has, too, is found, unless its blocks occur so often that others are tried
 * first.
 */
final class Matcher {
    /** A copy is worth its instruction from here on; what is shorter is left to the entropy coder, which knows the base. */
    static final int SHORTEST = 48;

    private static final int BLOCK = 16;
    /** As far apart as blocks can lie so that each run of the shortest length has a whole one. */
    private static final int STRIDE = SHORTEST - BLOCK;

    private static final int MOST_TRIED = 16;
    private static final int LONG_ENOUGH = 1024;
    private static final int FEWEST_BITS = 6;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] base;
    private final byte[] target;
    private final int begin;
    private final int end;
    private final int bits;
    /** By the hash of a block, one more than the number of the first block that has it; 0 where none does. */
    private final int[] first;
    /** By the number of a block, the same for the next one with its hash. */
    private final int[] next;

    private final List<Step> steps = new ArrayList<>();
    private int from;
    private int copied;
    private int at;
    private int bestFrom;
    private int bestAt;
    private int bestLength;

    private Matcher(byte[] base, byte[] target, int begin, int end) {
        this.base = base;
        this.target = target;
        this.begin = begin;
        this.end = end;
        int blocks = end - begin < SHORTEST ? 0 : Math.max(0, base.length - BLOCK) / STRIDE;
        bits = Math.max(FEWEST_BITS, Integer.SIZE - Integer.numberOfLeadingZeros(blocks));
        first = new int[1 << bits];
        next = new int[blocks];
        for (int block = blocks - 1; block >= 0; block--) {
            int hash = hash(base, block * STRIDE);
            next[block] = first[hash];
            first[hash] = block + 1;
        }
    }

    /** The steps that make the target of the base. */
    static List<Step> steps(byte[] base, byte[] target) {
        int difference = Arrays.mismatch(base, target);
        int same = difference < 0 ? target.length : difference;
        int shorter = Math.min(base.length, target.length) - same;
        int sameAtEnd = sameBefore(base, base.length, target, target.length, shorter);
        return new Matcher(base, target, same, target.length - sameAtEnd).steps();
    }

    /** How many bytes before two places are the same, of so many that may be. */
    private static int sameBefore(byte[] base, int baseEnd, byte[] target, int targetEnd, int most) {
        int same = 0;
        while (same + Long.BYTES <= most
                && eight(base, baseEnd - same - Long.BYTES) == eight(target, targetEnd - same - Long.BYTES)) {
            same += Long.BYTES;
        }
        while (same < most && base[baseEnd - same - 1] == target[targetEnd - same - 1]) {
            same++;
        }
        return same;
    }

    private List<Step> steps() {
        copied = begin;
        at = begin;
        int place = begin;
        while (end - begin >= SHORTEST && place <= end - BLOCK) {
            find(place);
            if (bestLength >= SHORTEST) {
                steps.add(new Step(from, copied, at, bestAt - at));
                from = bestFrom;
                copied = bestLength;
                at = bestAt + bestLength;
                place = at;
            } else {
                place++;
            }
        }
        close();
        return steps;
    }

    /** The last step or two: what is left of the target, and what both end with. */
    private void close() {
        int tail = target.length - end;
        if (tail == 0 || (at == end && from + copied == base.length - tail)) {
            steps.add(new Step(from, copied + tail, at, end - at));
        } else {
            steps.add(new Step(from, copied, at, end - at));
            steps.add(new Step(base.length - tail, tail, target.length, 0));
        }
    }

    /** The longest match there is at a place of the target: first where the base goes on, then where its blocks lie. */
    private void find(int place) {
        bestLength = 0;
        consider(from + copied + (place - at), place);
        int block = first[hash(target, place)];
        for (int tried = 0; block != 0 && tried < MOST_TRIED && bestLength < LONG_ENOUGH; tried++) {
            consider((block - 1) * STRIDE, place);
            block = next[block - 1];
        }
    }

    private void consider(int candidate, int place) {
        if (candidate > base.length - BLOCK) {
            return;
        }
        if (eight(base, candidate) != eight(target, place)
                || eight(base, candidate + Long.BYTES) != eight(target, place + Long.BYTES)) {
            return;
        }
        int most = Math.min(base.length - candidate, end - place);
        int difference = Arrays.mismatch(base, candidate, candidate + most, target, place, place + most);
        int forwards = difference < 0 ? most : difference;
        int backwards = sameBefore(base, candidate, target, place, Math.min(place - at, candidate));
        if (forwards + backwards > bestLength) {
            bestLength = forwards + backwards;
            bestFrom = candidate - backwards;
            bestAt = place - backwards;
        }
    }

    private static long eight(byte[] bytes, int place) {
        return (long) LONGS.get(bytes, place);
    }

    private int hash(byte[] bytes, int place) {
        long mixed =
                (eight(bytes, place) * 0x9E3779B97F4A7C15L) ^ (eight(bytes, place + Long.BYTES) * 0xC2B2AE3D27D4EB4FL);
        mixed ^= mixed >>> 29;
        return (int) ((mixed * 0xBF58476D1CE4E5B9L) >>> (Long.SIZE - bits));
    }
}
