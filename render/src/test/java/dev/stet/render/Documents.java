package dev.stet.render;

import dev.stet.content.Content;
import dev.stet.content.JsonArray;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonValue;
import dev.stet.diff.Diff;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Contents whose names and texts try to be more than text: markup, escapes, line breaks, and what nobody sees. */
final class Documents {
    private static final List<String> WORDS = List.of(
            "greet",
            "the caller",
            "and ask",
            "<b>",
            "</td></tr>",
            "&amp;",
            "\u001b[31m",
            "\u202e",
            "\udb40\udc41\udb40\udc42",
            "\u3164\ufe0f",
            "x\n+forged: 1 line\n",
            "\r\n@@ -1,1 +1,1 @@",
            "\u2028-gone",
            "\u26a0\ufe0f",
            "[-no-]",
            "{+yes+}",
            "Größe \ud83d\ude00 ");

    private final Random random;

    Documents(long seed) {
        random = new Random(seed);
    }

    Diff diff() {
        return Diff.between(content(), content());
    }

    private Content content() {
        JsonObject root = JsonObject.of();
        for (int i = random.nextInt(5); i >= 0; i--) {
            root = root.with(random.nextBoolean() ? "section" + i : word(), value(3));
        }
        return Content.of(root);
    }

    private JsonValue value(int depth) {
        return switch (random.nextInt(depth > 0 ? 5 : 3)) {
            case 0 -> JsonValue.of(random.nextInt(5));
            case 1, 2 -> JsonValue.of(text());
            case 3 -> named(depth);
            default -> elements(depth);
        };
    }

    private JsonObject named(int depth) {
        JsonObject object = JsonObject.of("name", JsonValue.of(word() + random.nextInt(6)));
        for (int i = random.nextInt(3); i > 0; i--) {
            object = object.with(word(), value(depth - 1));
        }
        return object;
    }

    private JsonArray elements(int depth) {
        List<JsonValue> elements = new ArrayList<>();
        boolean named = random.nextBoolean();
        for (int i = random.nextInt(5); i > 0; i--) {
            elements.add(named ? named(depth - 1) : value(depth - 1));
        }
        return new JsonArray(elements);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(30); i > 0; i--) {
            text.append(random.nextInt(3) == 0 ? "the same words here " : word())
                    .append(' ');
        }
        return text.toString();
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }
}
