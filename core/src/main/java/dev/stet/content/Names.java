package dev.stet.content;

import java.nio.charset.StandardCharsets;

/**
 * The names of members in one text, so that a name that comes again is one string. A name has one place here, and a name that
 * finds another one there takes it: no choice of names makes this slow, it only shares less.
 */
final class Names {
    private static final int BITS = 8;
    private static final int PLACES = 1 << BITS;
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final int LONGEST = 2 * Long.BYTES;

    private final byte[] in;
    private final String[] known = new String[PLACES];
    /** The first eight bytes of a name, or all where there are fewer, and the last eight. */
    private final long[] firsts = new long[PLACES];

    private final long[] lasts = new long[PLACES];

    Names(byte[] utf8) {
        this.in = utf8;
    }

    /**
     * The name of these bytes, each a character.
     *
     * @param to where it ends: there is a byte more
     */
    String of(int from, int to) {
        int length = to - from;
        if (length == 0 || length > LONGEST || from + Long.BYTES > in.length) {
            return new String(in, from, length, StandardCharsets.ISO_8859_1);
        }
        long first = Eight.at(in, from);
        long last = 0;
        if (length < Long.BYTES) {
            first &= -1L >>> ((Long.BYTES - length) * Byte.SIZE);
        } else {
            last = Eight.at(in, to - Long.BYTES);
        }
        int place = (int) (((first * 31 + last + length) * MIX) >>> (Long.SIZE - BITS));
        String there = known[place];
        if (there != null && there.length() == length && firsts[place] == first && lasts[place] == last) {
            return there;
        }
        String name = new String(in, from, length, StandardCharsets.ISO_8859_1);
        known[place] = name;
        firsts[place] = first;
        lasts[place] = last;
        return name;
    }
}
