package dev.stet.content;

/** UTF-8 by RFC 3629. */
final class Utf8 {
    private static final int CONTINUATION_BITS = 6;
    private static final int TWO = 0x80;
    private static final int THREE = 0x800;
    private static final int FOUR = 0x10000;

    private Utf8() {}

    /** Whether the first bytes of an array are whole characters, none of them a surrogate, each as short as it can be. */
    static boolean isWellFormed(byte[] bytes, int length) {
        int at = 0;
        while (at < length) {
            if (at + Long.BYTES <= length && (Eight.at(bytes, at) & Eight.HIGHEST) == 0) {
                at += Long.BYTES;
                continue;
            }
            if (bytes[at] >= 0) {
                at++;
                continue;
            }
            int size = Integer.numberOfLeadingZeros(~(bytes[at] << 24));
            if (size < 2 || size > 4 || at + size > length) {
                return false;
            }
            int point = bytes[at] & (0x7f >> size);
            for (int i = 1; i < size; i++) {
                if ((bytes[at + i] & 0xc0) != 0x80) {
                    return false;
                }
                point = (point << CONTINUATION_BITS) | (bytes[at + i] & 0x3f);
            }
            if (size != size(point) || point > Character.MAX_CODE_POINT || isSurrogate(point)) {
                return false;
            }
            at += size;
        }
        return true;
    }

    /** Writes a character; returns where it ends. */
    static int put(int point, byte[] out, int from) {
        int size = size(point);
        if (size == 1) {
            out[from] = (byte) point;
            return from + 1;
        }
        int rest = point;
        for (int i = size - 1; i > 0; i--) {
            out[from + i] = (byte) (0x80 | (rest & 0x3f));
            rest >>= CONTINUATION_BITS;
        }
        out[from] = (byte) ((0xf00 >> size) | rest);
        return from + size;
    }

    private static boolean isSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    private static int size(int point) {
        return point < TWO ? 1 : point < THREE ? 2 : point < FOUR ? 3 : 4;
    }
}
