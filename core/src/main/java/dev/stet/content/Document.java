package dev.stet.content;

/** A value that was read, and what {@link JsonWriter.Form#AS_GIVEN} writes of it. Gives its bytes away. */
final class Document {
    private final JsonValue value;
    private final byte[] compact;

    Document(JsonValue value, byte[] compact) {
        this.value = value;
        this.compact = compact;
    }

    JsonValue value() {
        return value;
    }

    byte[] compact() {
        return compact;
    }
}
