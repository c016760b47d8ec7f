package dev.stet.schema;

import dev.stet.content.JsonArray;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the library is shown of a schema: the keywords that mean something, and nothing else. It sees no name, no dialect and no
 * definitions, so there is nothing that it could look for elsewhere.
 */
final class PlainSchema {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** The library wants this keyword to be its own. */
    private static final String FORMAT = "stet:format";

    private PlainSchema() {}

    /** The keyword as the library is shown it. */
    static String word(Keyword keyword) {
        return keyword == Keyword.FORMAT ? FORMAT : keyword.word();
    }

    static JsonNode of(Subschema schema, Draft draft) {
        if (!(schema.value() instanceof JsonObject)) {
            return schema.value().toJsonNode();
        }
        Map<String, JsonValue> members = schema.members();
        ObjectNode plain = NODES.objectNode();
        boolean alone = draft.referenceStandsAlone() && schema.refers(Keyword.REF);
        for (Keyword keyword : alone ? List.of(Keyword.REF) : order(members, draft)) {
            JsonValue value = members.get(keyword.word());
            if (value != null) {
                plain.set(word(keyword), value(schema, keyword, value, draft));
            }
        }
        return plain;
    }

    /** The order in which the library carries them out, so that it finds nothing to sort. */
    private static List<Keyword> order(Map<String, JsonValue> members, Draft draft) {
        List<Keyword> first = List.of(Keyword.TYPE, Keyword.PROPERTIES, Keyword.PATTERN_PROPERTIES);
        List<Keyword> last = List.of(Keyword.UNEVALUATED_ITEMS, Keyword.UNEVALUATED_PROPERTIES);
        List<Keyword> others = new ArrayList<>();
        members.keySet()
                .forEach(word -> Keyword.of(word, draft)
                        .filter(keyword -> !first.contains(keyword) && !last.contains(keyword))
                        .filter(keyword -> keyword.applies() != Applies.NOWHERE || keyword.holds() == Holds.NOTHING)
                        .ifPresent(others::add));
        List<Keyword> all = new ArrayList<>(first);
        all.addAll(others);
        last.stream()
                .filter(keyword -> Keyword.of(keyword.word(), draft).isPresent())
                .forEach(all::add);
        return all;
    }

    private static JsonNode value(Subschema schema, Keyword keyword, JsonValue value, Draft draft) {
        Map<String, Subschema> part = schema.part(keyword);
        if (keyword.holds() == Holds.NOTHING) {
            return value.toJsonNode();
        }
        if (schema.holdsOne(keyword) && keyword.holds() != Holds.BY_NAME) {
            return of(part.values().iterator().next(), draft);
        }
        if (value instanceof JsonArray) {
            ArrayNode plain = NODES.arrayNode();
            part.values().forEach(each -> plain.add(of(each, draft)));
            return plain;
        }
        ObjectNode plain = NODES.objectNode();
        ((JsonObject) value).members().forEach((name, each) -> {
            Subschema named = part.get(name);
            plain.set(name, named == null ? each.toJsonNode() : of(named, draft));
        });
        return plain;
    }
}
