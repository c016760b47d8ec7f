package dev.stet.rules;

import dev.stet.content.Content;
import dev.stet.content.ContentHash;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonValue;
import dev.stet.schema.JsonSchema;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The schemas that were used last, by the hash of their documents: compiling the same document again gives the same schema,
 * only later. Bounded by the size of the documents. Thread-safe; nobody waits for a compilation but who asked for it.
 */
public final class CompiledSchemas {
    /** Bytes of compact JSON, all documents together. */
    static final long MOST_BYTES = 1 << 20;

    private final Map<ContentHash, Compiled> latest = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    private record Compiled(JsonSchema schema, int bytes) {}

    /** @throws dev.stet.schema.InvalidSchemaException when the document is no schema, or none that can be checked safely */
    JsonSchema of(Content document) {
        Compiled known = find(document.hash());
        if (known != null) {
            return known.schema();
        }
        JsonSchema schema = JsonSchema.of(document.root());
        keep(document.hash(), new Compiled(schema, document.size()));
        return schema;
    }

    /** The same for a document that need not be an object. */
    JsonSchema of(JsonValue document) {
        return document instanceof JsonObject object ? of(Content.of(object)) : JsonSchema.of(document);
    }

    private synchronized @Nullable Compiled find(ContentHash hash) {
        return latest.get(hash);
    }

    private synchronized void keep(ContentHash hash, Compiled compiled) {
        Compiled before = latest.put(hash, compiled);
        bytes += compiled.bytes() - (before == null ? 0 : before.bytes());
        Iterator<Compiled> eldest = latest.values().iterator();
        while (bytes > MOST_BYTES) {
            bytes -= eldest.next().bytes();
            eldest.remove();
        }
    }
}
