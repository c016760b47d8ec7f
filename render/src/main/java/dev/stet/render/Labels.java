package dev.stet.render;

import dev.stet.content.Content;
import dev.stet.content.Identities;
import dev.stet.content.JsonArray;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonString;
import dev.stet.content.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the elements on the way to a place are called, as an index says little to people. */
final class Labels {

    private final Content content;
    private final Identities identities;
    private final Map<JsonPointer, Optional<JsonPointer>> members = new HashMap<>();

    Labels(Content content, Identities identities) {
        this.content = content;
        this.identities = identities;
    }

    /** From the outermost to the innermost; empty where no element on the way is identified by a member. */
    List<String> of(JsonPointer place) {
        List<String> labels = new ArrayList<>();
        Optional<JsonValue> value = Optional.of(content.root());
        for (int depth = 0; depth < place.tokens().size() && value.isPresent(); depth++) {
            JsonPointer at = new JsonPointer(place.tokens().subList(0, depth));
            Optional<JsonPointer> member = value.flatMap(parent -> member(at, parent));
            value = value.get().find(new JsonPointer(place.tokens().subList(depth, depth + 1)));
            value.flatMap(element -> member.flatMap(element::find))
                    .map(Labels::text)
                    .ifPresent(labels::add);
        }
        return labels;
    }

    private Optional<JsonPointer> member(JsonPointer at, JsonValue parent) {
        return parent instanceof JsonArray array
                ? members.computeIfAbsent(at, place -> identities.member(place, List.of(array)))
                : Optional.empty();
    }

    private static String text(JsonValue identity) {
        return identity instanceof JsonString string ? string.value() : identity.toJson();
    }
}
