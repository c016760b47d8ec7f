package dev.stet.rules;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.stet.content.Content;
import dev.stet.content.ContentHash;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonValue;
import dev.stet.schema.JsonSchema;
import dev.stet.schema.SchemaLimits;

/**
 * The schemas that are of most use, by the hash of their documents: compiling the same document again gives the same schema,
 * only later. Bounded by the heap that they take. Thread-safe; nobody waits for a compilation but who asked for it.
 */
public final class CompiledSchemas {
    /** Bytes of heap, about, all schemas together. */
    static final long MOST_BYTES = 32 << 20;

    private final Cache<ContentHash, JsonSchema> schemas = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((ContentHash hash, JsonSchema schema) -> (int) Math.min(Integer.MAX_VALUE, schema.footprint()))
            .executor(Runnable::run)
            .build();

    private final SchemaLimits limits;

    /** @param limits how large a schema may be */
    public CompiledSchemas(SchemaLimits limits) {
        this.limits = limits;
    }

    /** @throws dev.stet.schema.InvalidSchemaException when the document is no schema, or none that can be checked safely */
    JsonSchema of(Content document) {
        JsonSchema known = schemas.getIfPresent(document.hash());
        if (known != null) {
            return known;
        }
        JsonSchema schema = JsonSchema.of(document.root(), limits);
        schemas.put(document.hash(), schema);
        return schema;
    }

    /** The same for a document that need not be an object. */
    JsonSchema of(JsonValue document) {
        return document instanceof JsonObject object ? of(Content.of(object)) : JsonSchema.of(document, limits);
    }
}
