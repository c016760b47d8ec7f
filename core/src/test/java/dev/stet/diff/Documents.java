package dev.stet.diff;

import dev.stet.content.Content;
import dev.stet.content.JsonArray;
import dev.stet.content.JsonNull;
import dev.stet.content.JsonNumber;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonString;
import dev.stet.content.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Contents like those of agents, and what becomes of them in an edit. */
final class Documents {
    private static final List<String> WORDS = List.of(
            "greet",
            "the",
            "caller",
            "and",
            "ask",
            "<b>",
            "&amp;",
            "\u001b[31m",
            "\u202e",
            "Größe",
            "\"quoted\"",
            "~/");

    private final Random random;

    Documents(long seed) {
        random = new Random(seed);
    }

    Content content() {
        Map<String, JsonValue> sections = new LinkedHashMap<>();
        sections.put("prompt", JsonValue.of(text(random.nextInt(30))));
        sections.put("model", JsonObject.of("temperature", JsonNumber.of(random.nextInt(3))));
        sections.put("tools", elements(random.nextInt(6), true));
        sections.put("intents", elements(random.nextInt(6), false));
        sections.put("graph", JsonObject.of("nodes", elements(random.nextInt(8), true)));
        sections.put("list", numbers());
        return Content.of(new JsonObject(sections));
    }

    /** The content after a few edits, which may undo each other. */
    Content edited(Content content) {
        JsonObject root = content.root();
        for (int edits = random.nextInt(4); edits >= 0; edits--) {
            root = edited(root);
        }
        return Content.of(root);
    }

    private JsonObject edited(JsonObject object) {
        List<String> names = new ArrayList<>(object.members().keySet());
        if (names.isEmpty() || random.nextInt(8) == 0) {
            return object.with("new" + random.nextInt(3), value());
        }
        String name = names.get(random.nextInt(names.size()));
        return random.nextInt(10) == 0
                ? object.without(name)
                : object.with(name, edited(object.find(name).orElseThrow()));
    }

    private JsonValue edited(JsonValue value) {
        if (random.nextInt(12) == 0) {
            return value();
        }
        if (value instanceof JsonObject object) {
            return edited(object);
        }
        if (value instanceof JsonArray array) {
            return edited(array);
        }
        return value instanceof JsonString string ? JsonValue.of(edited(string.value())) : value();
    }

    private JsonArray edited(JsonArray array) {
        List<JsonValue> elements = new ArrayList<>(array.elements());
        int at = random.nextInt(elements.size() + 1);
        switch (random.nextInt(elements.isEmpty() ? 1 : 5)) {
            case 0 -> elements.add(at, random.nextBoolean() ? value() : element(random.nextInt(20)));
            case 1 -> elements.remove(at % elements.size());
            case 2 -> Collections.shuffle(elements, random);
            case 3 -> elements.add(at % elements.size(), elements.remove(random.nextInt(elements.size())));
            default -> elements.set(at % elements.size(), edited(elements.get(at % elements.size())));
        }
        return new JsonArray(elements);
    }

    private String edited(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("(?<=\n)")));
        int at = random.nextInt(lines.size());
        switch (random.nextInt(3)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, text(3));
            default -> lines.set(at, lines.get(at).replace("the", "every"));
        }
        return String.join("", lines);
    }

    private JsonArray elements(int count, boolean identified) {
        List<JsonValue> elements = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            elements.add(identified ? element(i) : JsonValue.of(WORDS.get(random.nextInt(4))));
        }
        return new JsonArray(elements);
    }

    private JsonValue element(int id) {
        return JsonObject.of("id", JsonValue.of("e" + id))
                .with("say", JsonValue.of(text(3)))
                .with("x", JsonValue.of(random.nextInt(9)));
    }

    private JsonArray numbers() {
        List<JsonValue> numbers = new ArrayList<>();
        for (int i = random.nextInt(12); i > 0; i--) {
            numbers.add(JsonValue.of(random.nextInt(5)));
        }
        return new JsonArray(numbers);
    }

    private JsonValue value() {
        return switch (random.nextInt(5)) {
            case 0 -> JsonNull.NULL;
            case 1 -> JsonValue.of(random.nextInt(5));
            case 2 -> JsonValue.of(text(random.nextInt(4)));
            case 3 -> elements(2, random.nextBoolean());
            default -> element(random.nextInt(5));
        };
    }

    private String text(int lines) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            for (int word = random.nextInt(6); word >= 0; word--) {
                text.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
            }
            text.append(i == lines - 1 && random.nextBoolean() ? "" : "\n");
        }
        return text.toString();
    }
}
