package dev.stet.content;

import dev.stet.shown.Shown;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Where a text stops being JSON (RFC 8259), and what was expected there: a second reading, only made of text that was
 * refused, so that a refusal speaks of the text and not of the parser.
 */
final class Misspelling {
    private static final String DIGITS = "0123456789";
    private static final String HEX = DIGITS + "abcdefABCDEF";
    private static final String ESCAPE =
            "one of the escapes \\\", \\\\, \\/, \\b, \\f, \\n, \\r, \\t, or \\u with four hexadecimal digits";
    private static final int UNIT = "\\u0000".length();
    private static final int LONGEST_WORD = 20;

    /** What may stand next. */
    private enum Next {
        VALUE("a value"),
        ELEMENT_OR_END("a value or ']'"),
        NAME("the name of a member in quotation marks"),
        NAME_OR_END("the name of a member in quotation marks, or '}'"),
        COLON("':'"),
        AFTER_ELEMENT("',' or ']'"),
        AFTER_MEMBER("',' or '}'"),
        END("the end of the text");

        private final String words;

        Next(String words) {
            this.words = words;
        }
    }

    private final String json;
    private final JsonPointer place;
    private final Deque<Character> open = new ArrayDeque<>();
    private int at;

    private Misspelling(String json, JsonPointer place) {
        this.json = json;
        this.place = place;
    }

    /** The refusal of a text that is not JSON, of which this much is known: inside of which value it is. */
    static InvalidContentException in(String json, JsonPointer place) {
        Misspelling reading = new Misspelling(json, place);
        try {
            reading.read();
        } catch (InvalidContentException found) {
            return found;
        }
        return new InvalidContentException(
                place, "syntax", "expected JSON (RFC 8259), found other text; correct it and send it again");
    }

    private void read() {
        Next next = Next.VALUE;
        while (true) {
            skipAll(" \t\n\r");
            if (next == Next.END && at == json.length()) {
                return;
            }
            next = read(next);
        }
    }

    private Next read(Next next) {
        return switch (next) {
            case VALUE -> value(next);
            case ELEMENT_OR_END -> skip(']') ? closed() : value(next);
            case NAME_OR_END -> skip('}') ? closed() : name(next);
            case NAME -> name(next);
            case COLON -> {
                require(skip(':'), next.words);
                yield Next.VALUE;
            }
            case AFTER_ELEMENT -> skip(']') ? closed() : following(next, Next.VALUE);
            case AFTER_MEMBER -> skip('}') ? closed() : following(next, Next.NAME);
            case END -> throw refused("syntax", next.words, found());
        };
    }

    private Next following(Next separator, Next next) {
        require(skip(','), separator.words);
        return next;
    }

    private Next closed() {
        open.pop();
        return afterValue();
    }

    private Next afterValue() {
        if (open.isEmpty()) {
            return Next.END;
        }
        return open.element() == '[' ? Next.AFTER_ELEMENT : Next.AFTER_MEMBER;
    }

    private Next name(Next next) {
        require(skip('"'), next.words);
        text(true);
        return Next.COLON;
    }

    private Next value(Next next) {
        if (skip('{')) {
            open.push('{');
            return Next.NAME_OR_END;
        }
        if (skip('[')) {
            open.push('[');
            return Next.ELEMENT_OR_END;
        }
        if (skip('"')) {
            text(false);
        } else if (is(DIGITS + "-")) {
            number();
        } else {
            String word = word();
            require(word.equals("true") || word.equals("false") || word.equals("null"), next.words);
            at += word.length();
        }
        return afterValue();
    }

    private void number() {
        skip('-');
        int start = at;
        digits();
        if (json.charAt(start) == '0' && at > start + 1) {
            at = start;
            throw refused("syntax", "a number without leading zeros", Shown.quoted(word()));
        }
        if (skip('.')) {
            digits();
        }
        if (skip('e') || skip('E')) {
            if (!skip('+')) {
                skip('-');
            }
            digits();
        }
    }

    private void digits() {
        require(is(DIGITS), "a digit");
        skipAll(DIGITS);
    }

    private void text(boolean name) {
        while (!skip('"')) {
            require(at < json.length(), "the quotation mark that ends a string");
            char c = json.charAt(at);
            if (c < ' ') {
                throw refused(
                        "syntax", "\\u%04x or a shorter escape".formatted((int) c), "a control character in a string");
            }
            if (c == '\\') {
                escape(name);
            } else {
                at++;
            }
        }
    }

    private void escape(boolean name) {
        if (charAt(at + 1) != 'u') {
            require("\"\\/bfnrt".indexOf(charAt(at + 1)) >= 0, ESCAPE, 2);
            at += 2;
            return;
        }
        int unit = escaped(at);
        require(unit >= 0, ESCAPE, UNIT);
        boolean pair = isSurrogate(unit)
                && isSurrogate(escaped(at + UNIT))
                && Character.isSurrogatePair((char) unit, (char) escaped(at + UNIT));
        if (name && isSurrogate(unit) && !pair) {
            throw refused("lone-surrogate", "a name of whole characters", "half of a surrogate pair");
        }
        at += pair ? 2 * UNIT : UNIT;
    }

    /** The code unit that an escape of four digits names; negative where none stands. */
    private int escaped(int from) {
        boolean whole = charAt(from) == '\\' && charAt(from + 1) == 'u' && from + UNIT <= json.length();
        String digits = whole ? json.substring(from + 2, from + UNIT) : "";
        return whole && digits.chars().allMatch(c -> HEX.indexOf(c) >= 0) ? Integer.parseInt(digits, 16) : -1;
    }

    private static boolean isSurrogate(int unit) {
        return unit >= Character.MIN_SURROGATE && unit <= Character.MAX_SURROGATE;
    }

    private char charAt(int index) {
        return index < json.length() ? json.charAt(index) : '\0';
    }

    private boolean is(String anyOf) {
        return at < json.length() && anyOf.indexOf(json.charAt(at)) >= 0;
    }

    private boolean skip(char c) {
        boolean there = at < json.length() && json.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    private void skipAll(String anyOf) {
        while (is(anyOf)) {
            at++;
        }
    }

    private void require(boolean met, String expected) {
        if (!met) {
            throw refused("syntax", expected, found());
        }
    }

    /** @param length of what stands there instead */
    private void require(boolean met, String expected, int length) {
        if (!met) {
            String found = json.substring(at, Math.min(at + length, json.length()));
            throw refused("syntax", expected, Shown.quoted(found));
        }
    }

    private String found() {
        if (at == json.length()) {
            return "the end of the text";
        }
        if (json.charAt(at) == '\ufeff') {
            return "a byte order mark";
        }
        boolean comment = json.startsWith("//", at) || json.startsWith("/*", at) || json.charAt(at) == '#';
        String word = word();
        int end = at + (word.isEmpty() ? Character.charCount(json.codePointAt(at)) : word.length());
        return comment ? "a comment" : Shown.quoted(json.substring(at, end));
    }

    /** The letters and digits that stand here, as far as a message shows them. */
    private String word() {
        int end = at;
        while (end < json.length() && end < at + LONGEST_WORD && Character.isLetterOrDigit(json.charAt(end))) {
            end++;
        }
        return json.substring(at, end);
    }

    private InvalidContentException refused(String rule, String expected, String found) {
        return new InvalidContentException(
                place,
                rule,
                "expected " + expected + ", found " + found + " at " + position()
                        + "; correct the text there and send it again as JSON (RFC 8259)");
    }

    /** Lines end as in any editor; columns count characters, from 1. */
    private String position() {
        int line = 1;
        int start = 0;
        for (int i = 0; i < at; i++) {
            char c = json.charAt(i);
            if (c == '\n' || (c == '\r' && charAt(i + 1) != '\n')) {
                line++;
                start = i + 1;
            }
        }
        return "line " + line + ", column " + (json.codePointCount(start, at) + 1);
    }
}
