package dev.stet.align;

import dev.stet.content.Fingerprint;
import dev.stet.content.JsonArray;
import dev.stet.content.JsonBoolean;
import dev.stet.content.JsonNull;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonPatch;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonString;
import dev.stet.content.JsonValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** What is there under another name: members of objects, and elements of arrays with another identity. */
public final class Renames {
    /** A text or number of fewer characters as JSON may be the same by chance. */
    private static final int SHORT = 8;

    /** The most comparisons of members that stayed nearly what they were. */
    private static final int MOST_COMPARISONS = 1 << 12;

    private Renames() {}

    /** Names of members that only the later object has, by the name in the earlier one of which the value stayed. */
    public static Map<String, String> ofMembers(Map<String, JsonValue> from, Map<String, JsonValue> to) {
        Map<String, JsonValue> gone = only(from, to);
        Map<String, JsonValue> come = gone.isEmpty() ? Map.of() : only(to, from);
        Map<String, String> renames = new TreeMap<>();
        if (come.isEmpty()) {
            return renames;
        }
        Map<Object, Deque<String>> free = new HashMap<>();
        gone.forEach((name, value) -> free.computeIfAbsent(Fingerprint.key(value), unseen -> new ArrayDeque<>())
                .add(name));
        come.forEach((name, value) -> {
            Deque<String> equal = free.get(Fingerprint.key(value));
            if (equal != null && !equal.isEmpty()) {
                renames.put(equal.remove(), name);
            }
        });
        // Each by itself: removeAll asks the other way round where there are more to remove, and values are not looked
        // up.
        renames.keySet().forEach(gone::remove);
        renames.values().forEach(come::remove);
        if ((long) gone.size() * come.size() <= MOST_COMPARISONS) {
            gone.forEach((name, value) -> mostAlike(value, come).ifPresent(most -> {
                renames.put(name, most);
                come.remove(most);
            }));
        }
        return renames;
    }

    /**
     * Those of them that can be shown to people: without short values, unless all other members, of which there are some, keep
     * their names. That {@code {"a": 5}} became {@code {"b": 5}} tells nothing of {@code a}.
     */
    public static Map<String, String> tellingOfMembers(Map<String, JsonValue> from, Map<String, JsonValue> to) {
        Map<String, String> renames = ofMembers(from, to);
        boolean othersStay = from.size() == to.size()
                && from.size() > 1
                && from.keySet().stream().filter(to::containsKey).count() == from.size() - 1L;
        if (!othersStay) {
            renames.keySet().removeIf(name -> isShort(Objects.requireNonNull(from.get(name))));
        }
        return renames;
    }

    private static boolean isShort(JsonValue value) {
        return !value.isContainer() && value.toJson().length() < SHORT;
    }

    /** The name of the member that is most like a value, and like it enough; the first of several. */
    private static Optional<String> mostAlike(JsonValue value, Map<String, JsonValue> members) {
        Optional<String> found = Optional.empty();
        int most = Likeness.ENOUGH - 1;
        for (Map.Entry<String, JsonValue> member : members.entrySet()) {
            int alike = Likeness.of(value, member.getValue());
            if (alike > most) {
                most = alike;
                found = Optional.of(member.getKey());
            }
        }
        return found;
    }

    /** In the order of their names; without those that say too little to be known again. */
    private static Map<String, JsonValue> only(Map<String, JsonValue> one, Map<String, JsonValue> other) {
        Map<String, JsonValue> only = new TreeMap<>();
        one.forEach((name, value) -> {
            if (!other.containsKey(name) && saysEnough(value)) {
                only.put(name, value);
            }
        });
        return only;
    }

    /** Whether a value can be taken for the same one because it says the same. */
    private static boolean saysEnough(JsonValue value) {
        return value instanceof JsonObject object
                ? object.members().values().stream().anyMatch(Renames::saysSomething)
                : saysSomething(value);
    }

    private static boolean saysSomething(JsonValue value) {
        if (value instanceof JsonObject object) {
            return !object.members().isEmpty();
        }
        if (value instanceof JsonArray array) {
            return !array.elements().isEmpty();
        }
        return !(value instanceof JsonBoolean || value instanceof JsonNull)
                && !(value instanceof JsonString text && text.value().isEmpty());
    }

    /** The element without what identifies it; nothing that could be known again where there is too little besides. */
    static List<JsonValue> rests(JsonArray array, JsonPointer identity) {
        List<JsonValue> rests = new ArrayList<>();
        for (JsonValue element : array.elements()) {
            JsonValue rest = identified(element, identity, JsonNull.NULL);
            rests.add(saysEnough(rest) ? rest : element);
        }
        return rests;
    }

    /** The element with another identity. */
    public static JsonValue identified(JsonValue element, JsonPointer identity, JsonValue name) {
        return JsonPatch.of(List.of(new JsonPatch.Replace(identity, name))).applyTo(element);
    }

    /** Whether two elements say the same but for what identifies them, and say enough besides. */
    public static boolean sameBut(JsonPointer identity, JsonValue one, JsonValue other) {
        JsonValue rest = identified(one, identity, JsonNull.NULL);
        return saysEnough(rest) && Fingerprint.same(rest, identified(other, identity, JsonNull.NULL));
    }
}
