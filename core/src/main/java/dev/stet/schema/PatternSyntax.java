package dev.stet.schema;

import java.util.Optional;

/** What ECMA-262 spells otherwise than RE2, and what RE2 does not have. */
final class PatternSyntax {

    private static final int HEX = 16;
    private static final int UNIT = 4;
    private static final String SPACES = "\\t\\n\\v\\f\\r \\x{a0}\\x{feff}\\x{2028}\\x{2029}\\p{Zs}";

    private PatternSyntax() {}

    /** What of the pattern no linear engine has, in words. */
    static Optional<String> unsupported(String ecma) {
        boolean inClass = false;
        for (int i = 0; i < ecma.length(); i++) {
            char c = ecma.charAt(i);
            if (c == '\\') {
                i++;
                Optional<String> reference = inClass ? Optional.empty() : backreference(ecma, i);
                if (reference.isPresent()) {
                    return reference;
                }
            } else if (inClass) {
                inClass = c != ']';
            } else if (c == '[') {
                inClass = true;
            } else if (c == '(') {
                Optional<String> look = look(ecma, i);
                if (look.isPresent()) {
                    return look;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> backreference(String ecma, int at) {
        char c = at < ecma.length() ? ecma.charAt(at) : ' ';
        boolean numbered = c >= '1' && c <= '9';
        boolean named = c == 'k' && ecma.startsWith("<", at + 1);
        return numbered || named ? Optional.of("a backreference (\\" + c + ")") : Optional.empty();
    }

    private static Optional<String> look(String ecma, int at) {
        if (ecma.startsWith("(?=", at) || ecma.startsWith("(?!", at)) {
            return Optional.of("a lookahead (" + ecma.substring(at, at + 3) + ")");
        }
        if (ecma.startsWith("(?<=", at) || ecma.startsWith("(?<!", at)) {
            return Optional.of("a lookbehind (" + ecma.substring(at, at + 4) + ")");
        }
        return Optional.empty();
    }

    /** The pattern as RE2 spells it. */
    static String translated(String ecma) {
        StringBuilder text = new StringBuilder(ecma.length());
        boolean inClass = false;
        for (int i = 0; i < ecma.length(); i++) {
            char c = ecma.charAt(i);
            if (c == '\\' && i + 1 < ecma.length()) {
                i += appendEscape(ecma, i, inClass, text);
            } else {
                inClass = c == '[' || (inClass && c != ']');
                text.append(c);
            }
        }
        return text.toString();
    }

    /** Appends what the escape at this index means; returns how many characters it has beside the backslash. */
    private static int appendEscape(String ecma, int at, boolean inClass, StringBuilder text) {
        char letter = ecma.charAt(at + 1);
        if (letter == 'u' && unit(ecma, at + 2) >= 0) {
            return appendUnit(ecma, at, text);
        }
        switch (letter) {
            case '/' -> text.append('/');
            // Plain letters there, with a meaning of their own here.
            case 'Q', 'E', 'A', 'z', 'C' -> text.append(letter);
            case 's' -> text.append(inClass ? SPACES : "[" + SPACES + "]");
            case 'S' -> text.append(inClass ? "\\S" : "[^" + SPACES + "]");
            default -> text.append('\\').append(letter);
        }
        return 1;
    }

    /** Appends what the escape at this index means; a surrogate pair written as two of them is one character. */
    private static int appendUnit(String ecma, int at, StringBuilder text) {
        int high = unit(ecma, at + 2);
        int low = ecma.startsWith("\\u", at + 2 + UNIT) ? unit(ecma, at + UNIT + 2 + 2) : -1;
        boolean pair = low >= 0 && Character.isSurrogatePair((char) high, (char) low);
        int codePoint = pair ? Character.toCodePoint((char) high, (char) low) : high;
        text.append("\\x{").append(Integer.toHexString(codePoint)).append('}');
        return pair ? 2 * (2 + UNIT) - 1 : 2 + UNIT - 1;
    }

    private static int unit(String ecma, int from) {
        if (from + UNIT > ecma.length()) {
            return -1;
        }
        int unit = 0;
        for (int i = from; i < from + UNIT; i++) {
            int digit = Character.digit(ecma.charAt(i), HEX);
            if (digit < 0) {
                return -1;
            }
            unit = unit * HEX + digit;
        }
        return unit;
    }
}
