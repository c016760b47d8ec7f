package dev.stet.rules;

import dev.stet.content.Content;
import dev.stet.content.ContentHash;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonValue;
import dev.stet.schema.JsonSchema;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The schemas that were compiled last, by the hash of their documents: compiling the same document again gives the same
 * schema, only later. Bounded and thread-safe.
 */
public final class CompiledSchemas {
    private static final int MOST = 256;

    private final Map<ContentHash, JsonSchema> latest = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ContentHash, JsonSchema> eldest) {
            return size() > MOST;
        }
    };

    /** @throws dev.stet.schema.InvalidSchemaException when the document is no schema, or none that can be checked safely */
    JsonSchema of(Content document) {
        synchronized (latest) {
            JsonSchema known = latest.get(document.hash());
            if (known != null) {
                return known;
            }
        }
        JsonSchema compiled = JsonSchema.of(document.root());
        synchronized (latest) {
            latest.put(document.hash(), compiled);
        }
        return compiled;
    }

    /** The same for a document that need not be an object. */
    JsonSchema of(JsonValue document) {
        return document instanceof JsonObject object ? of(Content.of(object)) : JsonSchema.of(document);
    }
}
