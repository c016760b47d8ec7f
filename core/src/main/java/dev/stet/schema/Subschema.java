package dev.stet.schema;

import dev.stet.content.JsonBoolean;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A place of a document where a schema stands, with those in it and those it refers to. Not changed once it was scanned. Equal only
 * to itself.
 */
final class Subschema {

    private final JsonPointer at;
    private final JsonValue value;
    private final String base;
    private final Map<Keyword, Map<String, Subschema>> parts = new EnumMap<>(Keyword.class);
    private final Map<Keyword, Subschema> references = new EnumMap<>(Keyword.class);
    private final Map<Keyword, MetaSchema.Part> metaSchemas = new EnumMap<>(Keyword.class);

    /** @param base the name that references in it are relative to */
    Subschema(JsonPointer at, JsonValue value, String base) {
        this.at = at;
        this.value = value;
        this.base = base;
    }

    static boolean canBe(JsonValue value) {
        return value instanceof JsonObject || value instanceof JsonBoolean;
    }

    JsonPointer at() {
        return at;
    }

    JsonValue value() {
        return value;
    }

    String base() {
        return base;
    }

    /** The member of the schema, or nothing, as for a boolean schema. */
    Map<String, JsonValue> members() {
        return value instanceof JsonObject object ? object.members() : Map.of();
    }

    boolean isWriteOnly() {
        return JsonBoolean.TRUE.equals(members().get("writeOnly"));
    }

    /** Whether the keyword's value is one schema, not several. */
    boolean holdsOne(Keyword keyword) {
        return part(keyword).containsKey("");
    }

    /** The schemas in a keyword by the name or index there; by the empty name when the value is the schema. */
    Map<String, Subschema> part(Keyword keyword) {
        return parts.getOrDefault(keyword, Map.of());
    }

    void add(Keyword keyword, String name, Subschema part) {
        parts.computeIfAbsent(keyword, unused -> new LinkedHashMap<>()).put(name, part);
    }

    void refer(Keyword keyword, Subschema target) {
        references.put(keyword, target);
    }

    void refer(Keyword keyword, MetaSchema.Part target) {
        metaSchemas.put(keyword, target);
    }

    boolean refers(Keyword keyword) {
        return references.containsKey(keyword) || metaSchemas.containsKey(keyword);
    }

    /** The parts of meta-schemas it refers to, by the keyword that does. They refer to nothing outside of themselves. */
    Map<Keyword, MetaSchema.Part> metaSchemas() {
        return metaSchemas;
    }

    /** The schemas of the document it refers to, by the keyword that does. */
    Map<Keyword, Subschema> references() {
        return references;
    }

    /** The schemas that apply to the same value as this one does, because of it. */
    List<Subschema> here() {
        List<Subschema> here = new ArrayList<>(references.values());
        parts.forEach((keyword, part) -> {
            if (keyword.applies() == Applies.HERE) {
                here.addAll(part.values());
            }
        });
        return here;
    }

    /** All schemas one step from this one that apply to something because of it. */
    List<Subschema> applied() {
        List<Subschema> applied = new ArrayList<>(references.values());
        parts.forEach((keyword, part) -> {
            if (keyword.applies() != Applies.NOWHERE) {
                applied.addAll(part.values());
            }
        });
        return applied;
    }
}
