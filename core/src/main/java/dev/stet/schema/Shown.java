package dev.stet.schema;

import dev.stet.content.JsonArray;
import dev.stet.content.JsonBoolean;
import dev.stet.content.JsonNumber;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonString;
import dev.stet.content.JsonValue;
import java.util.List;
import java.util.stream.Collectors;

/** Parts of a schema as a message may show them: quoted, on one line, and cut when they are long. */
final class Shown {

    private static final int LONGEST = 80;
    private static final int MOST = 10;

    private Shown() {}

    static String text(String text) {
        String quoted = JsonValue.of(whole(text)).toJson();
        return text.length() <= LONGEST ? quoted : quoted + "… (" + text.length() + " characters)";
    }

    private static String whole(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        boolean splits = Character.isHighSurrogate(text.charAt(LONGEST - 1));
        return text.substring(0, splits ? LONGEST - 1 : LONGEST);
    }

    static String value(JsonValue value) {
        if (value instanceof JsonString string) {
            return text(string.value());
        }
        if (value instanceof JsonObject || value instanceof JsonArray) {
            return kind(value);
        }
        String json = value.toJson();
        return json.length() <= LONGEST ? json : json.substring(0, LONGEST) + "…";
    }

    static String values(List<JsonValue> values) {
        String first = values.stream().limit(MOST).map(Shown::value).collect(Collectors.joining(", "));
        return values.size() <= MOST ? first : first + ", … " + values.size() + " in all";
    }

    static String kind(JsonValue value) {
        if (value instanceof JsonObject) {
            return "an object";
        }
        if (value instanceof JsonArray) {
            return "an array";
        }
        if (value instanceof JsonString) {
            return "a string";
        }
        if (value instanceof JsonNumber) {
            return "a number";
        }
        return value instanceof JsonBoolean ? "a boolean" : "null";
    }
}
