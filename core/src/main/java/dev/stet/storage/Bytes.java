package dev.stet.storage;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A value of bytes. Immutable. */
public final class Bytes implements Comparable<Bytes> {
    private static final int SHOWN = 32;

    private final byte[] bytes;

    private Bytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * These bytes.
     *
     * @param bytes copied
     */
    public static Bytes of(byte[] bytes) {
        return new Bytes(bytes.clone());
    }

    /** The bytes that hexadecimal digits stand for. */
    public static Bytes ofHex(String digits) {
        return new Bytes(HexFormat.of().parseHex(digits));
    }

    public int length() {
        return bytes.length;
    }

    /** A copy. */
    public byte[] toArray() {
        return bytes.clone();
    }

    /** In lower-case hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /** As unsigned numbers, one after the other; a prefix comes first. */
    @Override
    public int compareTo(Bytes other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bytes that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The digits of a hash or of less; of more only how many: it may be somebody's content. */
    @Override
    public String toString() {
        return bytes.length <= SHOWN ? hex() : bytes.length + " bytes";
    }
}
