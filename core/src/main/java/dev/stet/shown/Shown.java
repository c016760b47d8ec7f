package dev.stet.shown;

/**
 * The one rule by which a message shows text from outside. What would break a line, steer a terminal, change the order in
 * which text is read, or not be seen at all, is written as an escape; so is half of a surrogate pair.
 */
public final class Shown {
    /** How many characters of a text are shown before it is cut. */
    public static final int LONGEST = 80;

    private Shown() {}

    /** A whole message, or another text of our own with text from outside in it. */
    public static String line(String text) {
        return text.codePoints().noneMatch(Shown::isHidden) ? text : escaped(text, false);
    }

    /** A text from outside, in quotation marks; cut when it is long. */
    public static String quoted(String text) {
        if (text.length() <= LONGEST) {
            return '"' + escaped(text, true) + '"';
        }
        boolean splits = Character.isHighSurrogate(text.charAt(LONGEST - 1));
        String start = text.substring(0, splits ? LONGEST - 1 : LONGEST);
        return '"' + escaped(start, true) + "\"… (" + text.length() + " characters)";
    }

    /** Whether a character cannot be seen where it stands: a control, a format, a surrogate, or white space but the space. */
    public static boolean isHidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            case Character.SPACE_SEPARATOR -> codePoint != ' ';
            default -> false;
        };
    }

    private static String escaped(String text, boolean quoted) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(codePoint -> {
            switch (codePoint) {
                case '\n' -> shown.append("\\n");
                case '\r' -> shown.append("\\r");
                case '\t' -> shown.append("\\t");
                default -> {
                    if (isHidden(codePoint)) {
                        for (char unit : Character.toChars(codePoint)) {
                            shown.append("\\u%04x".formatted((int) unit));
                        }
                    } else {
                        shown.append(quoted && (codePoint == '"' || codePoint == '\\') ? "\\" : "")
                                .appendCodePoint(codePoint);
                    }
                }
            }
        });
        return shown.toString();
    }
}
