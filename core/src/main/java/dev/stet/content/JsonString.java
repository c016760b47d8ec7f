package dev.stet.content;

import dev.stet.input.Given;

/** A JSON string: any sequence of Unicode scalar values, U+0000 included, kept exactly as given. */
public final class JsonString implements JsonValue {

    private final String value;
    private final int bytes;

    /**
     * Takes the text as it is.
     *
     * @param value the text, unescaped and not normalised
     * @throws InvalidContentException if it holds a lone surrogate, which no UTF-8 can carry
     */
    public JsonString(String value) {
        requireScalarValues("text", Given.the("text", value));
        this.value = value;
        this.bytes = Math.toIntExact(JsonWriter.quotedLength(value));
    }

    private JsonString(String value, int bytes) {
        this.value = value;
        this.bytes = bytes;
    }

    /** A text without lone surrogates of which somebody counted the bytes, quotes and escapes included. */
    static JsonString counted(String value, int bytes) {
        return new JsonString(value, bytes);
    }

    /** The text, unescaped and not normalised. */
    public String value() {
        return value;
    }

    /** How many bytes it takes, quotes and escapes included. */
    int bytes() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonString that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** The same as {@link #toJson()}. */
    @Override
    public String toString() {
        return toJson();
    }

    static void requireScalarValues(String what, String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isSurrogate(unit)) {
                boolean paired = i + 1 < text.length() && Character.isSurrogatePair(unit, text.charAt(i + 1));
                if (!paired) {
                    throw loneSurrogate(what, unit, i);
                }
                i++;
            }
        }
    }

    private static InvalidContentException loneSurrogate(String what, char unit, int index) {
        return new InvalidContentException(
                JsonPointer.ROOT,
                "lone-surrogate",
                "expected %s of whole Unicode characters, found the lone surrogate U+%04X at index %d;"
                                .formatted(what, (int) unit, index)
                        + " write both halves of the pair, or leave the character out");
    }
}
