package dev.stet.schema;

import com.networknt.schema.Schema;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import java.util.Optional;

/** One of the {@link MetaSchemas}, compiled. Immutable. */
record MetaSchema(JsonValue document, Scan scan, Check check) {

    static MetaSchema of(JsonValue document, Draft draft) {
        Scan scan = Scan.of(document, draft, SchemaLimits.DEFAULT);
        return new MetaSchema(document, scan, new Check(document, scan));
    }

    /** A schema in one, which another document refers to. */
    record Part(MetaSchema meta, Schema schema) {}

    /** What a reference with this name means. */
    Optional<Part> part(String reference) {
        Optional<JsonPointer> place = scan.place(reference);
        return place.flatMap(check::schema).map(schema -> new Part(this, schema));
    }
}
