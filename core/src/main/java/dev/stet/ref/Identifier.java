package dev.stet.ref;

import dev.stet.error.InvalidInputException;

/** The one spelling rule of every id: 1 to 128 visible ASCII characters, compared byte for byte. */
final class Identifier {
    private static final int MAX_LENGTH = 128;

    private Identifier() {}

    static String check(String what, String value) {
        if (value.isEmpty() || value.length() > MAX_LENGTH || !isVisible(value)) {
            throw new InvalidInputException(
                    what, "1 to " + MAX_LENGTH + " visible ASCII characters without spaces", value);
        }
        return value;
    }

    private static boolean isVisible(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c <= ' ' || c >= 0x7f) {
                return false;
            }
        }
        return true;
    }
}
