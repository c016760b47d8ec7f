package dev.stet.benchmarks;

import dev.stet.content.Content;
import dev.stet.content.JsonArray;
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
import java.util.function.IntFunction;

/**
 * Shapes of content that a cost may grow with. Of each there is a base of about so many bytes, and two that were made of it:
 * ours has every 7th part edited, theirs every 11th.
 */
enum GrowthShape {
    NUMBERS("an array of numbers") {
        @Override
        JsonObject state(int bytes, int edited) {
            return list(bytes, 8, i -> JsonValue.of(1_000_000L + i + (isEdited(i, edited) ? 5_000_000 : 0)));
        }
    },
    SAME_NUMBERS("an array of few different numbers") {
        @Override
        JsonObject state(int bytes, int edited) {
            return list(bytes, 2, i -> JsonValue.of((i * 7L + (isEdited(i, edited) ? 1 : 0)) % 5));
        }
    },
    LONG_NUMBERS("an array of numbers of 1,000 digits") {
        @Override
        JsonObject state(int bytes, int edited) {
            return list(bytes, 1_001, i -> JsonNumber.of("7".repeat(999) + (isEdited(i, edited) ? 1 : 2)));
        }
    },
    SHUFFLED("an array of texts in another order") {
        @Override
        JsonObject state(int bytes, int edited) {
            List<JsonValue> texts = elements(bytes, 16, i -> new JsonString("text " + (1_000_000 + i)));
            if (edited > 0) {
                Collections.shuffle(texts, new Random(edited));
            }
            return JsonObject.of("list", new JsonArray(texts));
        }
    },
    WITH_IDS("an array of objects with ids") {
        @Override
        JsonObject state(int bytes, int edited) {
            return list(bytes, 64, i -> identified("element-" + i, i, edited));
        }
    },
    WITH_HOSTILE_IDS("an array of objects whose ids have one hash code") {
        @Override
        JsonObject state(int bytes, int edited) {
            int length = hostileLength(bytes / 80);
            return list(bytes, 44 + 2 * length, i -> identified(hostile(i, length), i, edited));
        }
    },
    WITHOUT_IDS("an array of objects without ids") {
        @Override
        JsonObject state(int bytes, int edited) {
            return list(bytes, 54, i -> members("value", i + (isEdited(i, edited) ? 1_000_000 : 0)));
        }
    },
    ALIKE("an array of objects of which many are equal") {
        @Override
        JsonObject state(int bytes, int edited) {
            return list(bytes, 46, i -> members("on", (i + (isEdited(i, edited) ? 1 : 0)) % 3));
        }
    },
    TEXT("a text with every second line edited") {
        @Override
        JsonObject state(int bytes, int edited) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; text.length() < bytes; i++) {
                boolean touched = edited > 0 && i % 4 == (edited == OURS ? 0 : 2);
                text.append(touched ? "edited " : "line ").append(i).append(" of a prompt that is long\n");
            }
            return JsonObject.of("text", new JsonString(text.toString()));
        }
    },
    SAME_LINES("a text of few different lines") {
        @Override
        JsonObject state(int bytes, int edited) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; text.length() < bytes; i++) {
                text.append("- line ")
                        .append((i * 7 + (isEdited(i, edited) ? 1 : 0)) % 5)
                        .append('\n');
            }
            return JsonObject.of("text", new JsonString(text.toString()));
        }
    },
    ONE_LINE("a text of one line") {
        @Override
        JsonObject state(int bytes, int edited) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; text.length() < bytes; i++) {
                text.append(isEdited(i, edited) ? "edit" : "word")
                        .append(i % 1_000)
                        .append(' ');
            }
            return JsonObject.of("text", new JsonString(text.toString()));
        }
    },
    ESCAPES("a text that is all escapes") {
        @Override
        JsonObject state(int bytes, int edited) {
            return list(bytes, 50, i -> new JsonString("\u0001\"\\\t".repeat(4) + (isEdited(i, edited) ? "\b" : "\f")));
        }
    },
    DEEP("nesting of 60 levels, many times") {
        @Override
        JsonObject state(int bytes, int edited) {
            return list(bytes, 128, i -> nested(JsonValue.of(i + (isEdited(i, edited) ? 1_000_000L : 0))));
        }
    },
    WIDE("an object of many members") {
        @Override
        JsonObject state(int bytes, int edited) {
            return JsonObject.of("wide", object(bytes, 24, i -> "member-" + i, edited));
        }
    },
    HOSTILE_NAMES("an object of many members whose names have one hash code") {
        @Override
        JsonObject state(int bytes, int edited) {
            int length = hostileLength(bytes / 40);
            return JsonObject.of("wide", object(bytes, 12 + 2 * length, i -> hostile(i, length), edited));
        }
    },
    RENAMED("an object of many members of which some have another name") {
        @Override
        JsonObject state(int bytes, int edited) {
            return JsonObject.of(
                    "wide", object(bytes, 24, i -> (isEdited(i, edited) ? "renamed-" + edited : "member-") + i, 0));
        }
    },
    SECTIONS("many small sections") {
        @Override
        JsonObject state(int bytes, int edited) {
            Map<String, JsonValue> sections = new LinkedHashMap<>();
            int count = Math.max(2, bytes / 60);
            for (int i = 0; i < count; i++) {
                sections.put("section-" + i, identified("only", i, edited));
            }
            return new JsonObject(sections);
        }
    };

    private static final int OURS = 7;
    private static final int THEIRS = 11;
    private static final int LEVELS = 60;

    private final String words;

    GrowthShape(String words) {
        this.words = words;
    }

    /** The state of about so many bytes in which every so many parts are edited; none where that is 0. */
    abstract JsonObject state(int bytes, int edited);

    final Content base(int bytes) {
        return Content.of(state(bytes, 0));
    }

    final Content ours(int bytes) {
        return Content.of(state(bytes, OURS));
    }

    final Content theirs(int bytes) {
        return Content.of(state(bytes, THEIRS));
    }

    @Override
    public String toString() {
        return words;
    }

    private static boolean isEdited(int index, int edited) {
        return edited > 0 && index % edited == edited - 1;
    }

    private static List<JsonValue> elements(int bytes, int each, IntFunction<JsonValue> element) {
        List<JsonValue> elements = new ArrayList<>();
        for (int i = 0; i < Math.max(2, bytes / each); i++) {
            elements.add(element.apply(i));
        }
        return elements;
    }

    private static JsonObject list(int bytes, int each, IntFunction<JsonValue> element) {
        return JsonObject.of("list", new JsonArray(elements(bytes, each, element)));
    }

    private static JsonObject object(int bytes, int each, IntFunction<String> name, int edited) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (int i = 0; i < Math.max(2, bytes / each); i++) {
            members.put(name.apply(i), JsonValue.of(i + (isEdited(i, edited) ? 1_000_000L : 0)));
        }
        return new JsonObject(members);
    }

    private static JsonObject identified(String id, int index, int edited) {
        return JsonObject.of("id", new JsonString(id))
                .with("name", new JsonString("name of " + index))
                .with("turns", JsonValue.of(isEdited(index, edited) ? index + 1_000_000L : index));
    }

    private static JsonObject members(String name, int value) {
        return JsonObject.of("kind", new JsonString("step"))
                .with("words", new JsonString("some of them"))
                .with(name, JsonValue.of(value));
    }

    private static JsonValue nested(JsonValue core) {
        JsonValue value = core;
        for (int level = 0; level < LEVELS; level++) {
            value = level % 2 == 0 ? JsonArray.of(value) : JsonObject.of("a", value);
        }
        return value;
    }

    /** How many pairs it takes so that there are as many texts. */
    private static int hostileLength(int count) {
        return Math.max(4, Integer.SIZE - Integer.numberOfLeadingZeros(count));
    }

    /** Texts of equal length with one hash code. */
    private static String hostile(int index, int length) {
        StringBuilder text = new StringBuilder();
        for (int bit = 0; bit < length; bit++) {
            text.append((index >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return text.toString();
    }
}
