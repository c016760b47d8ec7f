package dev.stet.storage;

import java.util.Comparator;

/**
 * The order of the values in one column: that of numbers, false before true, bytes as unsigned numbers, texts by code point.
 * Every store keeps its indexes in this order, whatever its database would do by itself.
 *
 * <p>Of texts with code points from U+E000 to U+FFFF beside texts with code points beyond, a store may keep its own order: some
 * databases compare UTF-16 units. What is to be listed by any texts at all is kept as the bytes of their UTF-8, as the names of
 * agents are.
 */
public final class Values {
    /** Compares two values of the same column. */
    public static final Comparator<Object> ORDER = Values::compare;

    private Values() {}

    private static int compare(Object one, Object other) {
        if (one instanceof String text) {
            return compareCodePoints(text, (String) other);
        }
        if (one instanceof Long number) {
            return number.compareTo((Long) other);
        }
        if (one instanceof Bytes bytes) {
            return bytes.compareTo((Bytes) other);
        }
        return ((Boolean) one).compareTo((Boolean) other);
    }

    /** By Unicode code point, which is the order of UTF-8 bytes; that of {@link String} is by UTF-16 unit. */
    private static int compareCodePoints(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int i = 0; i < length; i++) {
            char x = one.charAt(i);
            char y = other.charAt(i);
            if (x != y) {
                boolean bothOrNone = Character.isSurrogate(x) == Character.isSurrogate(y);
                return bothOrNone ? Character.compare(x, y) : Character.isSurrogate(x) ? 1 : -1;
            }
        }
        return Integer.compare(one.length(), other.length());
    }
}
