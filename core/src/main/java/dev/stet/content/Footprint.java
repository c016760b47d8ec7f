package dev.stet.content;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How much heap contents take, about, and rather too much than too little: as objects of a 64-bit JVM with compressed references,
 * with everything that a content keeps once it was asked for (its hash, its bytes, the fingerprints of its parts),
 * and as if it shared nothing with others.
 */
final class Footprint {
    /** Content, its hash, and the text of that; the header of its bytes, and what rounding adds. */
    private static final long CONTENT = 24 + 16 + 24 + 80 + 16 + 7;

    /** JsonObject, Members, Extent, Fingerprint, the headers of three arrays, and what rounding adds. */
    private static final long OBJECT = 16 + 40 + 24 + 48 + 3 * (16 + 4);

    /** A place in each of the three arrays: names, values, ranks. */
    private static final long MEMBER = 3 * 4;

    /** JsonArray, Elements, Extent, Fingerprint, and the header of an array with what rounding adds. */
    private static final long ARRAY = 16 + 32 + 24 + 48 + 16 + 4;

    /** A place in the array. */
    private static final long ELEMENT = 4;

    /** JsonString or JsonNumber. */
    private static final long SCALAR = 24;

    /** String, the header of its array, and what rounding adds. */
    private static final long TEXT = 24 + 16 + 7;

    private Footprint() {}

    /** A content, in bytes. Takes time linear in its size. */
    static long of(Content content) {
        long bytes = CONTENT + content.size();
        Deque<JsonValue> open = new ArrayDeque<>();
        open.push(content.root());
        while (!open.isEmpty()) {
            JsonValue value = open.pop();
            if (value instanceof JsonObject object) {
                bytes += OBJECT;
                for (var member : object.members().entrySet()) {
                    bytes += MEMBER + ofText(member.getKey());
                    open.push(member.getValue());
                }
            } else if (value instanceof JsonArray array) {
                bytes += ARRAY + ELEMENT * array.elements().size();
                array.elements().forEach(open::push);
            } else if (value instanceof JsonString text) {
                bytes += SCALAR + ofText(text.value());
            } else if (value instanceof JsonNumber number) {
                bytes += SCALAR + ofText(number.literal());
            }
        }
        return bytes;
    }

    private static long ofText(String text) {
        return TEXT + (isLatin1(text) ? text.length() : 2L * text.length());
    }

    private static boolean isLatin1(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xFF) {
                return false;
            }
        }
        return true;
    }
}
