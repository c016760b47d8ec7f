package dev.stet.encoding;

import java.util.Arrays;
import java.util.zip.DataFormatException;

/** Writes and reads bytes with numbers among them: seven bits a byte, the lowest first, the eighth says that more follow. */
final class Bytes {
    private static final int MOST_BITS = 63;

    private Bytes() {}

    /** Bytes that grow. */
    static final class Writer {
        private byte[] bytes;
        private int length;

        Writer(int capacity) {
            bytes = new byte[Math.max(16, capacity)];
        }

        Writer number(long value) {
            long rest = value;
            while (rest > 0x7f) {
                add((byte) (rest | 0x80));
                rest >>>= 7;
            }
            add((byte) rest);
            return this;
        }

        /** A number that may be negative; small ones of either sign are short. */
        Writer signed(long value) {
            return number((value << 1) ^ (value >> MOST_BITS));
        }

        Writer fixed(int value) {
            for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
                add((byte) (value >>> shift));
            }
            return this;
        }

        Writer all(byte[] source) {
            return all(source, 0, source.length);
        }

        Writer all(byte[] source, int from, int count) {
            room(count);
            System.arraycopy(source, from, bytes, length, count);
            length += count;
            return this;
        }

        int length() {
            return length;
        }

        byte[] toBytes() {
            return Arrays.copyOf(bytes, length);
        }

        private void add(byte value) {
            room(1);
            bytes[length++] = value;
        }

        private void room(int count) {
            if (bytes.length - length < count) {
                bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
            }
        }
    }

    /** Bytes that are read from the first to the last. */
    static final class Reader {
        private final byte[] bytes;
        private int next;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        long number() throws DataFormatException {
            long value = 0;
            for (int shift = 0; shift <= MOST_BITS; shift += 7) {
                int part = next();
                value |= (long) (part & 0x7f) << shift;
                if ((part & 0x80) == 0) {
                    return value;
                }
            }
            throw new DataFormatException("a number has no end");
        }

        /** A number that is not greater than a bound. */
        int number(int most) throws DataFormatException {
            long value = number();
            if (value < 0 || value > most) {
                throw new DataFormatException("a number is " + value + ", and can be " + most + " at most");
            }
            return (int) value;
        }

        long signed() throws DataFormatException {
            long value = number();
            return (value >>> 1) ^ -(value & 1);
        }

        int fixed() throws DataFormatException {
            int value = 0;
            for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
                value |= next() << shift;
            }
            return value;
        }

        /** All that is left. */
        byte[] rest() {
            byte[] rest = Arrays.copyOfRange(bytes, next, bytes.length);
            next = bytes.length;
            return rest;
        }

        private int next() throws DataFormatException {
            if (next == bytes.length) {
                throw new DataFormatException("they end after " + next + " bytes");
            }
            return bytes[next++] & 0xff;
        }
    }
}
