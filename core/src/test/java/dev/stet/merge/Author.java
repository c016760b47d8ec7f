package dev.stet.merge;

import dev.stet.content.Content;
import dev.stet.content.JsonArray;
import dev.stet.content.JsonBoolean;
import dev.stet.content.JsonNull;
import dev.stet.content.JsonNumber;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonString;
import dev.stet.content.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Writes contents of agents and edits any content, as people and programs do; the same for the same seed. */
final class Author {
    private static final List<String> WORDS =
            List.of("greet", "ask", "name", "hours", "price", "transfer", "end", "polite", "short", "Sunday");

    private final Random random;

    Author(long seed) {
        this.random = new Random(seed);
    }

    /** An agent with a prompt, a model, tools known by name, a graph of nodes known by id, rules, and tags. */
    Content content() {
        JsonObject root = JsonObject.of("prompt", text(3 + random.nextInt(12)))
                .with("model", model())
                .with("tools", array(random.nextInt(5), i -> named("name", "tool" + i)))
                .with(
                        "graph",
                        JsonObject.of("nodes", array(random.nextInt(8), i -> named("id", "n" + i)))
                                .with("edges", array(random.nextInt(6), i -> edge())))
                .with("rules", array(random.nextInt(4), i -> model()))
                .with("tags", array(random.nextInt(5), i -> JsonValue.of(word() + i)));
        return Content.of(root);
    }

    /** The content after some edits; at least one of them changed something. */
    Content edited(Content content, int edits) {
        JsonValue value = content.root();
        for (int i = 0; i < edits || value.equals(content.root()); i++) {
            value = edited(value, somewhere(value));
        }
        return Content.of((JsonObject) value);
    }

    /** A content with another value at a place. */
    static Content with(Content content, JsonPointer at, UnaryOperator<JsonValue> edit) {
        return Content.of((JsonObject) changed(content.root(), at, 0, edit));
    }

    /** Every place but the root. */
    static List<JsonPointer> places(JsonValue value) {
        List<JsonPointer> places = new ArrayList<>();
        collect(JsonPointer.ROOT, value, places);
        return places;
    }

    JsonPointer somewhere(JsonValue value) {
        List<JsonPointer> places = places(value);
        return places.isEmpty() ? JsonPointer.ROOT : places.get(random.nextInt(places.size()));
    }

    String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    /** A word that was never there before, in all likelihood. */
    JsonString fresh() {
        return new JsonString(word() + "-" + Integer.toHexString(random.nextInt()));
    }

    private JsonValue edited(JsonValue root, JsonPointer at) {
        if (at.isRoot() || random.nextInt(12) == 0) {
            return ((JsonObject) root).with(word(), model());
        }
        if (random.nextInt(6) == 0) {
            return changed(root, at.parent(), 0, parent -> without(parent, last(at)));
        }
        return changed(root, at, 0, this::edited);
    }

    private JsonValue edited(JsonValue value) {
        if (random.nextInt(15) == 0) {
            return value instanceof JsonString ? model() : fresh();
        }
        if (value instanceof JsonObject object) {
            return object.with(word(), fresh());
        }
        if (value instanceof JsonArray array) {
            return new JsonArray(edited(new ArrayList<>(array.elements())));
        }
        if (value instanceof JsonString text) {
            return text.value().contains("\n") ? new JsonString(editedLines(text.value())) : fresh();
        }
        return value.equals(JsonBoolean.TRUE) ? JsonBoolean.FALSE : JsonValue.of(random.nextInt(1000));
    }

    private List<JsonValue> edited(List<JsonValue> elements) {
        int place = random.nextInt(elements.size() + 1);
        if (elements.size() < 2 || random.nextInt(3) == 0) {
            elements.add(place, elements.isEmpty() ? fresh() : like(elements.get(random.nextInt(elements.size()))));
            return elements;
        }
        switch (random.nextInt(4)) {
            case 0 -> elements.add(random.nextInt(elements.size()), elements.remove(random.nextInt(elements.size())));
            case 1 -> Collections.swap(elements, random.nextInt(elements.size()), random.nextInt(elements.size()));
            case 2 -> elements.add(place, elements.get(random.nextInt(elements.size())));
            default ->
                elements.subList(Math.min(place, elements.size() - 1), elements.size())
                        .clear();
        }
        return elements;
    }

    /** Another element of that form, with an identity that is new or that somebody else may think of, too. */
    private JsonValue like(JsonValue element) {
        if (!(element instanceof JsonObject object)) {
            return fresh();
        }
        JsonObject other = object.with(word(), fresh());
        for (String member : List.of("id", "key", "name")) {
            if (other.members().containsKey(member)) {
                other = other.with(member, random.nextBoolean() ? fresh() : JsonValue.of("n" + random.nextInt(20)));
            }
        }
        return other;
    }

    private String editedLines(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int line = random.nextInt(lines.size());
        switch (random.nextInt(3)) {
            case 0 -> lines.remove(line);
            case 1 -> lines.add(line, word() + " " + word());
            default -> lines.set(line, lines.get(line) + " " + word());
        }
        return String.join("\n", lines);
    }

    private JsonObject model() {
        return JsonObject.of("model", fresh())
                .with("temperature", JsonNumber.of(random.nextInt(10)))
                .with("stream", JsonBoolean.of(random.nextBoolean()))
                .with("stop", JsonNull.NULL);
    }

    private JsonObject named(String member, String name) {
        return JsonObject.of(member, JsonValue.of(name))
                .with("text", text(1 + random.nextInt(4)))
                .with("at", JsonArray.of(JsonValue.of(random.nextInt(500)), JsonValue.of(random.nextInt(500))));
    }

    private JsonObject edge() {
        return JsonObject.of("from", JsonValue.of("n" + random.nextInt(8)))
                .with("to", JsonValue.of("n" + random.nextInt(8)))
                .with("when", fresh());
    }

    private JsonString text(int lines) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            text.append(fresh().value()).append(random.nextInt(4) == 0 ? "\n\n" : "\n");
        }
        return new JsonString(text.toString());
    }

    private static JsonArray array(int size, IntFunction<JsonValue> element) {
        return new JsonArray(IntStream.range(0, size).mapToObj(element).toList());
    }

    private static void collect(JsonPointer at, JsonValue value, List<JsonPointer> places) {
        if (!at.isRoot()) {
            places.add(at);
        }
        if (value instanceof JsonObject object) {
            for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
                collect(at.append(member.getKey()), member.getValue(), places);
            }
        } else if (value instanceof JsonArray array) {
            for (int i = 0; i < array.elements().size(); i++) {
                collect(at.append(i), array.elements().get(i), places);
            }
        }
    }

    private static JsonValue changed(JsonValue value, JsonPointer at, int depth, UnaryOperator<JsonValue> edit) {
        if (depth == at.tokens().size()) {
            return edit.apply(value);
        }
        String token = at.tokens().get(depth);
        if (value instanceof JsonObject object) {
            return object.with(token, changed(object.find(token).orElseThrow(), at, depth + 1, edit));
        }
        List<JsonValue> elements = new ArrayList<>(((JsonArray) value).elements());
        int index = Integer.parseInt(token);
        elements.set(index, changed(elements.get(index), at, depth + 1, edit));
        return new JsonArray(elements);
    }

    private static JsonValue without(JsonValue parent, String token) {
        if (parent instanceof JsonObject object) {
            return object.without(token);
        }
        List<JsonValue> elements = new ArrayList<>(((JsonArray) parent).elements());
        elements.remove(Integer.parseInt(token));
        return new JsonArray(elements);
    }

    private static String last(JsonPointer at) {
        return at.tokens().get(at.tokens().size() - 1);
    }
}
