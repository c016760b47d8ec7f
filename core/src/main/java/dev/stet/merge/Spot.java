package dev.stet.merge;

import dev.stet.content.Fingerprint;
import dev.stet.content.JsonArray;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonString;
import dev.stet.content.JsonValue;
import dev.stet.merge.Conflict.Part;
import dev.stet.merge.Conflict.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one of the three contents has at a place; no value where it has none. */
record Spot(JsonPointer at, @Nullable JsonValue value) {
    boolean isAbsent() {
        return value == null;
    }

    boolean saysTheSameAs(Spot other) {
        if (value == null || other.value == null) {
            return isAbsent() && other.isAbsent();
        }
        return Fingerprint.same(value, other.value);
    }

    Spot member(String name) {
        return new Spot(at.append(name), members().get(name));
    }

    /** The element at an index; no value where that is negative. */
    Spot element(int index) {
        return index < 0
                ? new Spot(at, null)
                : new Spot(at.append(index), elements().get(index));
    }

    Map<String, JsonValue> members() {
        return value instanceof JsonObject object ? object.members() : Map.of();
    }

    List<JsonValue> elements() {
        return value instanceof JsonArray array ? array.elements() : List.of();
    }

    String text() {
        return value instanceof JsonString string ? string.value() : "";
    }

    Optional<Part> part() {
        return value == null ? Optional.empty() : Optional.of(new Part(at, Optional.empty(), value));
    }

    /** A stretch of the value that is here. */
    Optional<Part> part(Span span, JsonValue stretch) {
        return Optional.of(new Part(at, Optional.of(span), stretch));
    }

    /** Something else that is to be said of the value that is here. */
    Optional<Part> part(JsonValue said) {
        return Optional.of(new Part(at, Optional.empty(), said));
    }
}
