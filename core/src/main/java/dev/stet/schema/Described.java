package dev.stet.schema;

import dev.stet.content.JsonString;
import dev.stet.content.JsonValue;
import dev.stet.shown.Shown;
import java.util.List;
import java.util.stream.Collectors;

/** Values of a schema as a message may show them: on one line, and cut when they are long. */
final class Described {
    private static final int MOST = 10;

    private Described() {}

    static String value(JsonValue value) {
        if (value instanceof JsonString string) {
            return Shown.quoted(string.value());
        }
        if (value.isContainer()) {
            return value.inWords();
        }
        String json = value.toJson();
        return json.length() <= Shown.LONGEST ? json : json.substring(0, Shown.LONGEST) + "…";
    }

    static String values(List<JsonValue> values) {
        String first = values.stream().limit(MOST).map(Described::value).collect(Collectors.joining(", "));
        return values.size() <= MOST ? first : first + ", … " + values.size() + " in all";
    }
}
