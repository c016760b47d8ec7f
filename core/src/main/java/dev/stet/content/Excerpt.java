package dev.stet.content;

/** Text from outside as an error message may show it: on one line, quoted, and cut when it is long. */
final class Excerpt {

    private static final int LONGEST = 80;

    private Excerpt() {}

    static String of(String text) {
        if (text.length() <= LONGEST) {
            return quoted(text);
        }
        return quoted(text.substring(0, LONGEST)) + "… (" + text.length() + " characters)";
    }

    /** A small value whole, a large one by what it is. */
    static String of(JsonValue value) {
        return Extent.of(value).bytes() <= LONGEST ? value.toJson() : kind(value);
    }

    static String kind(JsonValue value) {
        if (value instanceof JsonObject) {
            return "an object";
        }
        if (value instanceof JsonArray) {
            return "an array";
        }
        if (value instanceof JsonString) {
            return "a string";
        }
        if (value instanceof JsonNumber) {
            return "a number";
        }
        return value instanceof JsonBoolean ? "a boolean" : "null";
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(codePoint -> {
            if (Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE) {
                quoted.append("\\u%04x".formatted(codePoint));
            } else {
                quoted.appendCodePoint(codePoint);
            }
        });
        return quoted.append('"').toString();
    }
}
