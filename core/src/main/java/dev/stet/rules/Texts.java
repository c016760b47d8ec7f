package dev.stet.rules;

import dev.stet.error.InvalidInputException;

/** The one rule on texts that people write beside the content. */
final class Texts {
    private Texts() {}

    /** Not blank, and {@link #optional}. */
    static String required(String what, String text, int max) {
        if (text.isBlank()) {
            throw new InvalidInputException(what, "text of 1 to " + max + " characters", text);
        }
        return optional(what, text, max);
    }

    /** At most {@code max} code points, well-formed, without control characters but line breaks and tabs. */
    static String optional(String what, String text, int max) {
        if (text.codePointCount(0, text.length()) > max) {
            throw new InvalidInputException(
                    what, "at most " + max + " characters; it has " + text.codePointCount(0, text.length()), text);
        }
        if (text.codePoints().anyMatch(Texts::isForbidden)) {
            throw new InvalidInputException(
                    what, "well-formed Unicode text without control characters but line breaks and tabs", text);
        }
        return text;
    }

    private static boolean isForbidden(int codePoint) {
        boolean loneSurrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        boolean control = Character.isISOControl(codePoint) && "\n\r\t".indexOf(codePoint) < 0;
        return loneSurrogate || control;
    }
}
