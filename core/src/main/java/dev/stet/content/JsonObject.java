package dev.stet.content;

import dev.stet.input.Given;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON object: members in the order they were given.
 *
 * <p>Two objects are equal when they have equal members, in whatever order.
 *
 * @param members the members by name, immutable, in their order; looking one up takes time logarithmic in
 *     their number, whatever the names
 */
public record JsonObject(Map<String, JsonValue> members) implements JsonValue {

    private static final JsonObject EMPTY = new JsonObject(Map.of());

    /**
     * Takes a copy of the members.
     *
     * @throws InvalidContentException if a name holds a lone surrogate, or the object would nest deeper or be
     *     longer than any {@link JsonValue} may
     */
    public JsonObject {
        members = Members.copyOf(Given.the("members", members));
    }

    /** The object without members. */
    public static JsonObject of() {
        return EMPTY;
    }

    /** The object with one member. */
    public static JsonObject of(String name, JsonValue value) {
        return EMPTY.with(name, value);
    }

    /** The value of the member of this name, or nothing. */
    public Optional<JsonValue> find(String name) {
        return Optional.ofNullable(members.get(Given.the("member name", name)));
    }

    /** This object with the member set: in its place when the name is there already, at the end when it is new. */
    public JsonObject with(String name, JsonValue value) {
        Map<String, JsonValue> changed = new LinkedHashMap<>(members);
        changed.put(Given.the("member name", name), Given.the("member value", value));
        return new JsonObject(changed);
    }

    /** This object without the member of this name; the object itself when it has none. */
    public JsonObject without(String name) {
        if (!members.containsKey(Given.the("member name", name))) {
            return this;
        }
        Map<String, JsonValue> changed = new LinkedHashMap<>(members);
        changed.remove(name);
        return new JsonObject(changed);
    }

    // equals, hashCode and toString are written out because the generated ones need several times the stack.

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonObject that && members.equals(that.members);
    }

    @Override
    public int hashCode() {
        int sum = 0;
        for (Map.Entry<String, JsonValue> member : ordered().inOrder()) {
            sum += member.getKey().hashCode() ^ member.getValue().hashCode();
        }
        return sum;
    }

    /** The same as {@link #toJson()}. */
    @Override
    public String toString() {
        return toJson();
    }

    Members ordered() {
        return (Members) members;
    }
}
