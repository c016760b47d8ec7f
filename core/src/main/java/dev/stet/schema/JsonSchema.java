package dev.stet.schema;

import dev.stet.content.ContentValidator;
import dev.stet.content.Finding;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import java.util.List;
import java.util.Set;

public final class JsonSchema {
    private final JsonValue document;

    private JsonSchema(JsonValue document) {
        this.document = document;
    }

    public static JsonSchema of(JsonValue document) {
        return new JsonSchema(document);
    }

    public JsonValue document() {
        return document;
    }

    public List<Finding> findings(JsonValue instance) {
        return List.of();
    }

    public Set<JsonPointer> hidden(JsonValue instance) {
        return Set.of();
    }

    public ContentValidator onSection(String name) {
        return content -> List.of();
    }
}
