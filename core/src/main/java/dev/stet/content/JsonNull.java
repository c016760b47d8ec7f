package dev.stet.content;

/** The JSON literal {@code null}, which is a value and not the lack of one. */
public enum JsonNull implements JsonValue {
    /** {@code null}. */
    NULL
}
