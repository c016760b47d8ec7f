package dev.stet.encoding;

import java.util.Arrays;

/** The beginning of an array, which has room for more: what is read from one end of a chain to the other takes two of them. */
final class Text {
    private byte[] bytes = {};
    private int length;

    /** Makes room for so many bytes; what they are is to be written. */
    byte[] sized(int size) {
        if (bytes.length < size) {
            bytes = new byte[size + size / 8];
        }
        length = size;
        return bytes;
    }

    /** Takes an array over. */
    Text of(byte[] given) {
        bytes = given;
        length = given.length;
        return this;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    byte[] toBytes() {
        return bytes.length == length ? bytes : Arrays.copyOf(bytes, length);
    }
}
