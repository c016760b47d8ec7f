package dev.stet.merge;

import dev.stet.content.Content;
import dev.stet.content.Fingerprint;
import dev.stet.content.JsonArray;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import dev.stet.input.Given;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Which values of a content name others, as the host declares. Immutable.
 *
 * <pre>
 * References.none()
 *         .and("/graph/edges/&#42;/from", "/graph/nodes/&#42;/id")
 *         .and("/graph/edges/&#42;/to", "/graph/nodes/&#42;/id")
 * </pre>
 */
public final class References {
    private static final String ANY = "*";
    private static final References NONE = new References(List.of());

    private record Declared(JsonPointer from, JsonPointer to) {}

    private final List<Declared> declared;

    private References(List<Declared> declared) {
        this.declared = declared;
    }

    /** Nothing refers to anything. */
    public static References none() {
        return NONE;
    }

    /**
     * These, and one more.
     *
     * @param from a JSON Pointer to the values that refer, in which the token {@code *} stands for any member or index
     * @param to a pointer like that to the values they refer to
     * @throws dev.stet.content.InvalidContentException if one of them is no JSON Pointer
     */
    public References and(String from, String to) {
        List<Declared> longer = new ArrayList<>(declared);
        longer.add(new Declared(JsonPointer.parse(from), JsonPointer.parse(to)));
        return new References(List.copyOf(longer));
    }

    /** Where a content refers to something that it does not have, in the order of the declarations; immutable. */
    public List<JsonPointer> dangling(Content content) {
        return danglingSince(Given.the("content", content), List.of());
    }

    /**
     * Where a merged content refers to something that it does not have, and no side of the merge did: an edge that one side
     * added to a node that the other removed.
     */
    public List<JsonPointer> danglingSince(Content merged, Content ours, Content theirs) {
        return danglingSince(
                Given.the("merged content", merged), List.of(Given.the("ours", ours), Given.the("theirs", theirs)));
    }

    private List<JsonPointer> danglingSince(Content merged, List<Content> sides) {
        List<JsonPointer> found = new ArrayList<>();
        for (Declared each : declared) {
            Set<Object> known = new HashSet<>();
            each(merged.root(), each.to(), (at, value) -> known.add(Fingerprint.key(value)));
            for (Content side : sides) {
                known.addAll(dangling(side, each));
            }
            each(merged.root(), each.from(), (at, value) -> {
                if (!known.contains(Fingerprint.key(value))) {
                    found.add(at);
                }
            });
        }
        return List.copyOf(found);
    }

    private static Set<Object> dangling(Content content, Declared reference) {
        Set<Object> dangling = new HashSet<>();
        each(content.root(), reference.from(), (at, value) -> dangling.add(Fingerprint.key(value)));
        each(content.root(), reference.to(), (at, value) -> dangling.remove(Fingerprint.key(value)));
        return dangling;
    }

    private static void each(JsonValue root, JsonPointer pattern, BiConsumer<JsonPointer, JsonValue> consumer) {
        each(root, JsonPointer.ROOT, pattern, consumer);
    }

    private static void each(
            JsonValue value, JsonPointer at, JsonPointer pattern, BiConsumer<JsonPointer, JsonValue> consumer) {
        int depth = at.tokens().size();
        if (depth == pattern.tokens().size()) {
            consumer.accept(at, value);
            return;
        }
        String token = pattern.tokens().get(depth);
        if (!token.equals(ANY)) {
            value.find(JsonPointer.ROOT.append(token))
                    .ifPresent(child -> each(child, at.append(token), pattern, consumer));
        } else if (value instanceof JsonObject object) {
            object.members().forEach((name, child) -> each(child, at.append(name), pattern, consumer));
        } else if (value instanceof JsonArray array) {
            for (int i = 0; i < array.elements().size(); i++) {
                each(array.elements().get(i), at.append(i), pattern, consumer);
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof References that && declared.equals(that.declared);
    }

    @Override
    public int hashCode() {
        return declared.hashCode();
    }

    /** The declarations, for people. */
    @Override
    public String toString() {
        return "References" + declared;
    }
}
