package dev.stet.content;

import dev.stet.input.Given;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What tells values apart without walking them: equal for equal values, and, being SHA-256 over what the value means, or
 * all of that where it is short, different for others. Objects and arrays keep theirs once it was asked for, so comparing large values that were
 * compared before takes constant time.
 *
 * <p>Good within a process only: what exactly is digested may change between releases. {@link Content#hash()} does not.
 */
public final class Fingerprint implements Comparable<Fingerprint> {

    static final int BYTES = 32;

    /** Canonical forms shorter than this are their own fingerprints. */
    private static final int SHORT = 24;

    private final long first;
    private final long second;
    private final long third;
    private final long fourth;

    Fingerprint(ByteBuffer sha256) {
        this(sha256.getLong(), sha256.getLong(), sha256.getLong(), sha256.getLong());
    }

    private Fingerprint(long first, long second, long third, long fourth) {
        this.first = first;
        this.second = second;
        this.third = third;
        this.fourth = fourth;
    }

    /** The fingerprint of a value. Takes time linear in its size; for an object or array, only the first time. */
    public static Fingerprint of(JsonValue value) {
        if (!Given.the("value", value).isContainer()) {
            return ofScalar(value);
        }
        Fingerprint known = kept(value);
        return known != null ? known : digestedFromWithin(value);
    }

    /**
     * A value as a key of a hash table: equal for equal values and for no others, as a fingerprint is, and found for a text without
     * a digest. It can be compared with others, so that no choice of values makes the table slow.
     */
    public static Object key(JsonValue value) {
        return value instanceof JsonString string ? string.value() : of(value);
    }

    /** Of what is no text and short, the canonical form itself: too few bytes can stand there for a digest to be one by chance. */
    private static Fingerprint ofScalar(JsonValue value) {
        if (!(value instanceof JsonString)) {
            String text = value instanceof JsonNumber number ? number.canonical() : value.toJson();
            if (text.length() < SHORT) {
                return new Fingerprint(eight(text, 0), eight(text, 8), eight(text, 16), text.length());
            }
        }
        return new ValueDigest(Extent.of(value).bytes()).of(value);
    }

    private static long eight(String ascii, int from) {
        long eight = 0;
        for (int i = from; i < from + Long.BYTES; i++) {
            eight = eight << Byte.SIZE | (i < ascii.length() ? ascii.charAt(i) : 0);
        }
        return eight;
    }

    /** Whether two values are equal: by their fingerprints when both are objects or arrays. */
    @SuppressWarnings("ReferenceEquality") // A short cut.
    public static boolean same(JsonValue one, JsonValue other) {
        Given.the("value", one);
        Given.the("other value", other);
        if (one == other) {
            return true;
        }
        boolean containers = one.isContainer() && other.isContainer();
        return containers ? of(one).equals(of(other)) : one.equals(other);
    }

    /** Without recursion, as values may be nested deeply. */
    private static Fingerprint digestedFromWithin(JsonValue value) {
        ValueDigest digest = new ValueDigest(Extent.of(value).bytes());
        Deque<JsonValue> open = new ArrayDeque<>();
        open.push(value);
        while (open.size() > 1 || !isReady(value, open)) {
            JsonValue inner = open.element();
            if (open.size() > 1 && isReady(inner, open)) {
                keep(inner, digest.of(inner));
                open.pop();
            }
        }
        Fingerprint fingerprint = digest.of(value);
        keep(value, fingerprint);
        return fingerprint;
    }

    /** Whether all folded containers in a value have their fingerprint; those that have none yet are opened. */
    private static boolean isReady(JsonValue value, Deque<JsonValue> open) {
        int before = open.size();
        for (JsonValue child : children(value)) {
            if (ValueDigest.isFolded(child) && kept(child) == null) {
                open.push(child);
            }
        }
        return open.size() == before;
    }

    private static void keep(JsonValue value, Fingerprint fingerprint) {
        if (value instanceof JsonObject object) {
            object.ordered().keep(fingerprint);
        } else if (value instanceof JsonArray array) {
            array.indexed().keep(fingerprint);
        }
    }

    void writeTo(ByteBuffer out) {
        out.putLong(first).putLong(second).putLong(third).putLong(fourth);
    }

    private static @Nullable Fingerprint kept(JsonValue value) {
        if (value instanceof JsonObject object) {
            return object.ordered().fingerprint();
        }
        return value instanceof JsonArray array ? array.indexed().fingerprint() : null;
    }

    private static Collection<JsonValue> children(JsonValue value) {
        if (value instanceof JsonObject object) {
            return object.members().values();
        }
        return value instanceof JsonArray array ? array.elements() : List.of();
    }

    @Override
    public int compareTo(Fingerprint other) {
        int order = Long.compare(first, other.first);
        order = order != 0 ? order : Long.compare(second, other.second);
        order = order != 0 ? order : Long.compare(third, other.third);
        return order != 0 ? order : Long.compare(fourth, other.fourth);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Fingerprint that && compareTo(that) == 0);
    }

    @Override
    public int hashCode() {
        return Long.hashCode((first * 31 + second) * 0x9E3779B97F4A7C15L);
    }

    @Override
    public String toString() {
        return Long.toHexString(first);
    }
}
