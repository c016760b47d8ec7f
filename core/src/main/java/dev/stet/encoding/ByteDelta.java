package dev.stet.encoding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;

/**
 * What makes one run of bytes of another: what to copy of the base, and what comes new in between.
 *
 * <p>The bytes of a delta: how many steps there are; for each where its copy begins, counted from where the copy before it
 * ended, how many bytes are copied, and how many are inserted after it; then the inserted bytes of all steps, deflated with
 * the parts of the base around the insertions as dictionary, or as they are where that is not longer.
 */
final class ByteDelta {
    /** How much of a base is dictionary at most, and at least. */
    private static final int DICTIONARY = 4 << 10;

    private static final int LEAST_DICTIONARY = 1 << 10;

    /**
     * How many times the insertions are taken for a dictionary: what it takes to read one in is most of what it takes to deflate
     * an everyday edit.
     */
    private static final int TIMES_INSERTED = 16;

    /** The least that is taken on either side of an insertion. */
    private static final int LEAST_AROUND = 64;

    /** Nothing shorter deflates to less than itself. */
    private static final int SHORTEST_DEFLATED = 6;

    private ByteDelta() {}

    static byte[] between(byte[] base, byte[] target) {
        List<Step> steps = Matcher.steps(base, target);
        Bytes.Writer delta = new Bytes.Writer(256).number(steps.size());
        Bytes.Writer inserted = new Bytes.Writer(256);
        int end = 0;
        for (Step step : steps) {
            delta.signed(step.from() - (long) end).number(step.copied()).number(step.inserted());
            inserted.all(target, step.at(), step.inserted());
            end = step.end();
        }
        byte[] plain = inserted.toBytes();
        if (plain.length < SHORTEST_DEFLATED) {
            return delta.all(plain).toBytes();
        }
        byte[] deflated = Deflate.deflated(plain, dictionary(base, base.length, steps, plain.length));
        return delta.all(deflated.length < plain.length ? deflated : plain).toBytes();
    }

    /**
     * Writes the target.
     *
     * @param delta a reader that stands where the delta begins; all that is left of it is the delta
     * @param size how many bytes the target has
     * @throws DataFormatException when it is no delta that makes so many bytes of a base of this length
     */
    static void apply(Text base, Bytes.Reader delta, int size, Text target, Deflate.Inflating inflating)
            throws DataFormatException {
        List<Step> steps = steps(base.length(), delta, size);
        int count = 0;
        for (Step step : steps) {
            count += step.inserted();
        }
        byte[] rest = delta.rest();
        byte[] inserted = rest.length == count
                ? rest
                : inflating.inflated(rest, count, dictionary(base.bytes(), base.length(), steps, count));
        byte[] out = target.sized(size);
        int taken = 0;
        for (Step step : steps) {
            System.arraycopy(base.bytes(), step.from(), out, step.at() - step.copied(), step.copied());
            System.arraycopy(inserted, taken, out, step.at(), step.inserted());
            taken += step.inserted();
        }
    }

    /** The steps as they are written; all of them lie within the base, and together they make the target's length. */
    private static List<Step> steps(int base, Bytes.Reader delta, int size) throws DataFormatException {
        // All but the first and the last copy something, and nothing shorter than that.
        int count = delta.number(size / Matcher.SHORTEST + 2);
        List<Step> steps = new ArrayList<>();
        int end = 0;
        int made = 0;
        for (int i = 0; i < count; i++) {
            long from = end + delta.signed();
            if (from < 0 || from > base) {
                throw new DataFormatException("a copy begins at " + from + " of " + base + " bytes");
            }
            int copied = delta.number(Math.min(base - (int) from, size - made));
            int inserted = delta.number(size - made - copied);
            steps.add(new Step((int) from, copied, made + copied, inserted));
            made += copied + inserted;
            end = (int) from + copied;
        }
        if (made != size) {
            throw new DataFormatException("its steps make " + made + " bytes instead of " + size);
        }
        return steps;
    }

    /**
     * What of the base is most likely to look like what is inserted: as much around each insertion as there is room for, and all
     * of a base that is no larger than twice that.
     *
     * @param inserted how many bytes are inserted in all
     */
    private static byte[] dictionary(byte[] base, int length, List<Step> steps, int inserted) {
        int room = (int) Math.max(LEAST_DICTIONARY, Math.min(DICTIONARY, (long) TIMES_INSERTED * inserted));
        if (length <= 2 * room) {
            return Arrays.copyOf(base, length);
        }
        List<Step> insertions =
                steps.stream().filter(step -> step.inserted() > 0).toList();
        int around = Math.max(LEAST_AROUND, room / 2 / Math.max(1, insertions.size()));
        byte[] dictionary = new byte[room];
        int filled = 0;
        for (Step step : insertions) {
            int from = Math.max(0, step.end() - around);
            int count = Math.min(Math.min(length, step.end() + around) - from, room - filled);
            System.arraycopy(base, from, dictionary, filled, count);
            filled += count;
        }
        return Arrays.copyOf(dictionary, filled);
    }
}
