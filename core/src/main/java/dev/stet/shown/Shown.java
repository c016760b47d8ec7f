package dev.stet.shown;

/**
 * The one rule by which a text from outside is shown to people. What would break a line, steer a terminal, change the order in
 * which text is read, or not be seen at all, is written as an escape; so is half of a surrogate pair, and what each font draws as
 * it likes.
 *
 * <p>So nothing that a model reads is hidden from who reviews it: no tag, no filler, no variation selector. What a person sees by
 * its effect stays: a selector that makes a symbol an emoji, and a joiner between two of them.
 */
public final class Shown {
    /** How many characters of a text are shown before it is cut. */
    public static final int LONGEST = 80;

    private static final int JOINER = 0x200d;
    private static final int KEYCAP = 0x20e3;

    private Shown() {}

    /** A text on one line: a message, a name, a title. */
    public static String line(String text) {
        return seen(text, "");
    }

    /** A text of several lines: line breaks and tabulators stay as they are. */
    public static String text(String text) {
        return seen(text, "\n\t");
    }

    /** A text from outside, in quotation marks; cut when it is long. */
    public static String quoted(String text) {
        if (text.length() <= LONGEST) {
            return '"' + escaped(text, "", true) + '"';
        }
        boolean splits = Character.isHighSurrogate(text.charAt(LONGEST - 1));
        String start = text.substring(0, splits ? LONGEST - 1 : LONGEST);
        return '"' + escaped(start, "", true) + "\"… (" + text.length() + " characters)";
    }

    /**
     * Whether the character at an index of a text cannot be seen where it stands: {@link #isHidden(int)}, but for what makes an
     * emoji of the symbols beside it.
     */
    public static boolean isHidden(String text, int index) {
        int codePoint = text.codePointAt(index);
        return isHidden(codePoint) && !isPartOfEmoji(text, index, codePoint);
    }

    /** Whether a character cannot be seen: a control, a format, a selector, a filler, or white space but the space. */
    public static boolean isHidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            case Character.UNASSIGNED -> !isPictograph(codePoint);
            case Character.SPACE_SEPARATOR -> codePoint != ' ';
            default -> isIgnorable(codePoint);
        };
    }

    /** How a character that cannot be seen is written: as it would be in JSON. */
    public static String escape(int codePoint) {
        return switch (codePoint) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> {
                StringBuilder escape = new StringBuilder();
                for (char unit : Character.toChars(codePoint)) {
                    escape.append("\\u%04x".formatted((int) unit));
                }
                yield escape.toString();
            }
        };
    }

    /** Where later editions of Unicode put their emoji: a box at worst, but seen. */
    private static boolean isPictograph(int codePoint) {
        return codePoint >= 0x1f000 && codePoint <= 0x1faff;
    }

    /** Marks, letters and symbols that are drawn as nothing. */
    private static boolean isIgnorable(int codePoint) {
        return switch (codePoint) {
            case 0x034f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x2800, 0x3164, 0xffa0, 0x1d159 -> true;
            default ->
                (codePoint >= 0x180b && codePoint <= 0x180f)
                        || (codePoint >= 0xfe00 && codePoint <= 0xfe0f)
                        || (codePoint >= 0xe0000 && codePoint <= 0xe0fff);
        };
    }

    private static boolean isPartOfEmoji(String text, int index, int codePoint) {
        if (index == 0) {
            return false;
        }
        int before = text.codePointBefore(index);
        int end = index + Character.charCount(codePoint);
        int after = end < text.length() ? text.codePointAt(end) : ' ';
        if (isSelector(codePoint)) {
            boolean keycap = (Character.isDigit(before) || before == '#' || before == '*') && after == KEYCAP;
            return keycap || isSymbol(before);
        }
        boolean selected = isSelector(before) && index > 1 && isSymbol(text.codePointBefore(index - 1));
        return codePoint == JOINER && (selected || isSymbol(before) || isSkinTone(before)) && isSymbol(after);
    }

    private static boolean isSelector(int codePoint) {
        return codePoint == 0xfe0e || codePoint == 0xfe0f;
    }

    private static boolean isSymbol(int codePoint) {
        return (Character.getType(codePoint) == Character.OTHER_SYMBOL || isPictograph(codePoint))
                && !isHidden(codePoint);
    }

    private static boolean isSkinTone(int codePoint) {
        return codePoint >= 0x1f3fb && codePoint <= 0x1f3ff;
    }

    private static String seen(String text, String kept) {
        return text.codePoints().noneMatch(each -> isHidden(each) && kept.indexOf(each) < 0)
                ? text
                : escaped(text, kept, false);
    }

    private static String escaped(String text, String kept, boolean quoted) {
        StringBuilder shown = new StringBuilder();
        for (int index = 0; index < text.length(); ) {
            int codePoint = text.codePointAt(index);
            if (kept.indexOf(codePoint) < 0 && isHidden(text, index)) {
                shown.append(escape(codePoint));
            } else {
                shown.append(quoted && (codePoint == '"' || codePoint == '\\') ? "\\" : "")
                        .appendCodePoint(codePoint);
            }
            index += Character.charCount(codePoint);
        }
        return shown.toString();
    }
}
