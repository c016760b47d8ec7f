package dev.stet.pattern;

import dev.stet.shown.Shown;

/** The text of a pattern, read from the front, one code point at a time. */
final class Source {

    private static final int HEX = 16;
    private static final int END = -1;

    private final String text;
    private int next;

    Source(String text) {
        this.text = text;
    }

    boolean isAtEnd() {
        return next == text.length();
    }

    /** The character that comes, or one that is none. */
    int peek() {
        return isAtEnd() ? END : text.codePointAt(next);
    }

    int take() {
        if (isAtEnd()) {
            throw refused("its end", "write what is missing");
        }
        int character = text.codePointAt(next);
        next += Character.charCount(character);
        return character;
    }

    /** Whether this comes; it is taken then. */
    boolean take(String expected) {
        boolean comes = text.startsWith(expected, next);
        next += comes ? expected.length() : 0;
        return comes;
    }

    boolean comes(String expected) {
        return text.startsWith(expected, next);
    }

    void expect(String expected) {
        if (!take(expected)) {
            throw refused("no " + Shown.quoted(expected), "add it");
        }
    }

    /** What comes up to this, which is taken as well. */
    String takeUpTo(String end) {
        int close = text.indexOf(end, next);
        if (close < 0) {
            throw refused("no " + Shown.quoted(end), "add it");
        }
        String taken = text.substring(next, close);
        next = close + end.length();
        return taken;
    }

    /** The digits that come; none when there are none. */
    String takeDigits() {
        int from = next;
        while (next < text.length() && text.charAt(next) >= '0' && text.charAt(next) <= '9') {
            next++;
        }
        return text.substring(from, next);
    }

    /** Digits without the zeros in front; one digit at least, where there is one. */
    static String significant(String digits) {
        return digits.replaceFirst("^0+(?=.)", "");
    }

    /** A number of exactly so many hexadecimal digits; negative, and nothing taken, when they are not there. */
    int takeHex(int digits) {
        int value = next + digits > text.length() ? END : 0;
        for (int i = next; value >= 0 && i < next + digits; i++) {
            char c = text.charAt(i);
            int digit = c < 0x80 ? Character.digit(c, HEX) : END;
            value = digit < 0 ? END : value * HEX + digit;
        }
        next += value < 0 ? 0 : digits;
        return value;
    }

    int place() {
        return next;
    }

    void backTo(int place) {
        next = place;
    }

    /** Why it cannot be read: what is there, and what to do about it. */
    UnreadableException refused(String found, String remedy) {
        int at = text.codePointCount(0, next);
        return new UnreadableException(
                "a regular expression of ECMA-262, found " + found + " after character " + at + "; " + remedy);
    }
}
