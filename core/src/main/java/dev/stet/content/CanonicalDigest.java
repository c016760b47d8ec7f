package dev.stet.content;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/**
 * Digests the canonical form of a value whose bytes are at hand as they were given. The two differ in the order of members and in
 * the spelling of numbers, nowhere else: so the canonical form is the same bytes in another order, and what is in order already
 * is taken as it is.
 */
final class CanonicalDigest {

    private final MessageDigest sha256 = Sha256.begin();
    private final byte[] compact;
    private final byte[] buffer = new byte[8192];
    private int filled;

    private CanonicalDigest(byte[] compact) {
        this.compact = compact;
    }

    /** @param compact the value as {@link JsonWriter.Form#AS_GIVEN} writes it */
    static byte[] of(JsonValue value, byte[] compact) {
        CanonicalDigest digest = new CanonicalDigest(compact);
        digest.value(value, 0, compact.length);
        digest.flush();
        return digest.sha256.digest();
    }

    /** Whether all values as given are known to be their canonical forms. */
    static boolean areCanonical(JsonValue[] values) {
        for (JsonValue value : values) {
            if (!isCanonical(value)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCanonical(JsonValue value) {
        if (value instanceof JsonObject object) {
            return object.ordered().isCanonical();
        }
        if (value instanceof JsonArray array) {
            return array.indexed().isCanonical();
        }
        return !(value instanceof JsonNumber number) || number.isCanonical();
    }

    private void value(JsonValue value, int from, int length) {
        if (isCanonical(value)) {
            given(from, length);
        } else if (value instanceof JsonObject object) {
            object(object.ordered(), from);
        } else if (value instanceof JsonArray array) {
            array(array.elements(), from);
        } else {
            byte[] number = ((JsonNumber) value).canonical().getBytes(StandardCharsets.US_ASCII);
            all(number, 0, number.length);
        }
    }

    private void object(Members members, int from) {
        int[] starts = new int[members.size() + 1];
        starts[0] = from + 1;
        for (int i = 0; i < members.size(); i++) {
            starts[i + 1] = starts[i]
                    + (int) members.nameBytes(i)
                    + 1
                    + Extent.of(members.value(i)).bytes()
                    + 1;
        }
        byte before = '{';
        for (int rank = 0; rank < members.size(); rank++) {
            int member = members.ranked(rank);
            JsonValue value = members.value(member);
            int start = starts[member];
            int length = Extent.of(value).bytes();
            int begin = starts[member + 1] - 1 - length;
            put(before);
            given(start, begin - start);
            value(value, begin, length);
            before = ',';
        }
        put((byte) '}');
    }

    private void array(List<JsonValue> elements, int from) {
        int at = from;
        for (JsonValue element : elements) {
            given(at, 1);
            int length = Extent.of(element).bytes();
            value(element, at + 1, length);
            at += 1 + length;
        }
        put((byte) ']');
    }

    private void given(int from, int length) {
        all(compact, from, length);
    }

    private void all(byte[] bytes, int from, int length) {
        if (length > buffer.length - filled) {
            flush();
            if (length > buffer.length) {
                sha256.update(bytes, from, length);
                return;
            }
        }
        System.arraycopy(bytes, from, buffer, filled, length);
        filled += length;
    }

    private void put(byte single) {
        if (filled == buffer.length) {
            flush();
        }
        buffer[filled++] = single;
    }

    private void flush() {
        sha256.update(buffer, 0, filled);
        filled = 0;
    }
}
