package dev.stet.ref;

import dev.stet.error.InvalidInputException;

/** The one spelling rule of every id: 1 to 128 visible ASCII characters, compared byte for byte. */
final class Identifier {
    private static final int MAX_LENGTH = 128;

    private Identifier() {}

    static String check(String what, String value) {
        boolean visible = value.chars().allMatch(c -> c > ' ' && c < 0x7f);
        if (value.isEmpty() || value.length() > MAX_LENGTH || !visible) {
            throw new InvalidInputException(
                    what, "1 to " + MAX_LENGTH + " visible ASCII characters without spaces", value);
        }
        return value;
    }
}
