package dev.stet.content;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads the strings of a text in UTF-8, and writes the text as it is stored: without the white space between, and with those
 * escapes only that must be. What is the same in both is copied in as few runs as there are.
 */
final class TextReader {
    private static final int UNIT = "\\u0000".length();
    private static final int HEX_BITS = 4;
    private static final int ASCII = 0x80;

    private final byte[] in;
    /** The text as it is stored, as far as it was written; nothing before it first differs from what was read. */
    private byte @Nullable [] out;

    private int written;
    private int taken;
    private int end;

    /** A string without its escapes, while it is read. */
    private byte[] plain = new byte[1024];

    private int length;
    private boolean ascii;
    private boolean asStored;

    TextReader(byte[] utf8) {
        this.in = utf8;
    }

    /** How many bytes are written. */
    int written() {
        return written;
    }

    /** Up to where what was read is written or left out. */
    int taken() {
        return taken;
    }

    /** Where the string ended that was read last: behind its quotation mark. */
    int end() {
        return end;
    }

    /** Leaves out a part of what was read. */
    void leaveOut(int from, int to) {
        take(from);
        taken = to;
    }

    /** All that was written, and the rest of what was read. */
    byte[] written(int to) {
        byte[] all = out;
        if (all == null) {
            return Arrays.copyOfRange(in, taken, to);
        }
        take(to);
        return written == all.length ? all : Arrays.copyOf(all, written);
    }

    private void take(int to) {
        if (written == 0 && to == taken) {
            return;
        }
        System.arraycopy(in, taken, room(), written, to - taken);
        written += to - taken;
        taken = to;
    }

    /** What is stored never takes more bytes than what is read. */
    private byte[] room() {
        byte[] room = out;
        if (room == null) {
            room = new byte[in.length];
            out = room;
        }
        return room;
    }

    /** The string whose first character stands here; nothing where it is none, or holds half of a surrogate pair. */
    @Nullable
    JsonString read(int from) {
        int at = plainEnd(from);
        if (at < in.length && in[at] == '"') {
            end = at + 1;
            return JsonString.counted(new String(in, from, at - from, StandardCharsets.ISO_8859_1), at - from + 2);
        }
        return unusual(from, at);
    }

    /** A string in which a character is not written as one byte. */
    private @Nullable JsonString unusual(int from, int firstUnusual) {
        length = 0;
        ascii = true;
        asStored = true;
        append(from, firstUnusual);
        int at = firstUnusual;
        while (at < in.length && in[at] != '"') {
            if (in[at] == '\\') {
                at = escape(at);
                if (at < 0) {
                    return null;
                }
            } else if (in[at] < 0) {
                ascii = false;
                ensure(1);
                plain[length++] = in[at++];
            } else {
                return null;
            }
            at = appendPlain(at);
        }
        if (at == in.length || !(ascii || Utf8.isWellFormed(plain, length))) {
            return null;
        }
        end = at + 1;
        String text = new String(plain, 0, length, ascii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        return JsonString.counted(text, asStored ? end - from + 1 : rewritten(from));
    }

    /** Where a character stands that is not written as it is, eight at a time. */
    int plainEnd(int from) {
        int at = from;
        while (at + Long.BYTES <= in.length) {
            int plains = plains(Eight.at(in, at));
            at += plains;
            if (plains < Long.BYTES) {
                return at;
            }
        }
        while (at < in.length && JsonWriter.isPlain(in[at])) {
            at++;
        }
        return at;
    }

    /** The same, and appends what stands before. */
    private int appendPlain(int from) {
        int at = from;
        while (at + Long.BYTES <= in.length) {
            ensure(Long.BYTES);
            long eight = Eight.at(in, at);
            Eight.put(plain, length, eight);
            int plains = plains(eight);
            at += plains;
            length += plains;
            if (plains < Long.BYTES) {
                return at;
            }
        }
        int end = plainEnd(at);
        append(at, end);
        return end;
    }

    /** How many of eight bytes come before the first that is not written as it is. */
    private static int plains(long eight) {
        // The highest bit of a byte is set in the first that is below a space, a quotation mark, a backslash, or no
        // ASCII.
        long unusual = eight
                | (eight - Eight.EACH * ' ')
                | ((eight ^ (Eight.EACH * '"')) - Eight.EACH)
                | ((eight ^ (Eight.EACH * '\\')) - Eight.EACH);
        return Long.numberOfTrailingZeros(unusual & Eight.HIGHEST) / Byte.SIZE;
    }

    private void append(int from, int to) {
        ensure(to - from);
        System.arraycopy(in, from, plain, length, to - from);
        length += to - from;
    }

    private void ensure(int room) {
        if (plain.length - length < room) {
            plain = Arrays.copyOf(plain, Math.max(2 * plain.length, length + room));
        }
    }

    /** Appends what an escape stands for; returns where it ends, or a negative number where it is none. */
    private int escape(int at) {
        byte kind = at + 1 < in.length ? in[at + 1] : 0;
        if (kind == 'u') {
            return unit(at);
        }
        byte single = JsonWriter.meant(kind);
        if (single == 0) {
            return -1;
        }
        ensure(1);
        plain[length++] = single;
        asStored &= kind != '/';
        return at + 2;
    }

    private int unit(int at) {
        int unit = digits(at);
        boolean pair = unit >= 0 && Character.isHighSurrogate((char) unit);
        int low = pair ? lowSurrogate(at + UNIT) : 0;
        if (unit < 0 || low < 0 || Character.isLowSurrogate((char) unit)) {
            return -1;
        }
        ensure(UNIT);
        length = Utf8.put(pair ? Character.toCodePoint((char) unit, (char) low) : unit, plain, length);
        ascii &= unit < ASCII;
        asStored &= JsonWriter.isEscape(unit, in, at);
        return at + (pair ? 2 * UNIT : UNIT);
    }

    private int lowSurrogate(int at) {
        boolean escape = at + 1 < in.length && in[at] == '\\' && in[at + 1] == 'u';
        int unit = escape ? digits(at) : -1;
        return unit >= 0 && Character.isLowSurrogate((char) unit) ? unit : -1;
    }

    /** What the four digits of an escape say; negative where they are none. */
    private int digits(int at) {
        if (at + UNIT > in.length) {
            return -1;
        }
        int unit = 0;
        for (int i = at + 2; i < at + UNIT; i++) {
            int digit = in[i] < 0 ? -1 : Character.digit(in[i], 1 << HEX_BITS);
            if (digit < 0) {
                return -1;
            }
            unit = (unit << HEX_BITS) | digit;
        }
        return unit;
    }

    /** Writes the string that was read last as it is stored; returns how many bytes it takes. */
    private int rewritten(int from) {
        take(from);
        int before = written;
        written = JsonWriter.escaped(plain, length, room(), written);
        taken = end - 1;
        return written - before + 2;
    }
}
