package dev.stet.render;

import dev.stet.content.JsonArray;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonString;
import dev.stet.content.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A value as JSON in lines, for people: texts of several lines stand as such, each line behind a bar; a text that is all
 * there is stands as it is.
 */
final class PrettyJson {

    private static final String INDENT = "  ";

    private final List<String> lines = new ArrayList<>();

    private PrettyJson() {}

    static List<String> lines(JsonValue value) {
        if (value instanceof JsonString text && text.value().indexOf('\n') >= 0) {
            String whole = text.value();
            String lines = whole.endsWith("\n") ? whole.substring(0, whole.length() - 1) : whole;
            return List.of(lines.split("\n", -1));
        }
        PrettyJson json = new PrettyJson();
        json.add(0, "", value, "");
        return json.lines;
    }

    private void add(int level, String before, JsonValue value, String after) {
        if (value instanceof JsonObject object && !object.members().isEmpty()) {
            line(level, before + "{");
            int left = object.members().size();
            for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
                left--;
                String name = JsonValue.of(member.getKey()).toJson() + ": ";
                add(level + 1, name, member.getValue(), left == 0 ? "" : ",");
            }
            line(level, "}" + after);
        } else if (value instanceof JsonArray array && !array.elements().isEmpty()) {
            line(level, before + "[");
            int left = array.elements().size();
            for (JsonValue element : array.elements()) {
                left--;
                add(level + 1, "", element, left == 0 ? "" : ",");
            }
            line(level, "]" + after);
        } else if (value instanceof JsonString text && text.value().indexOf('\n') >= 0) {
            line(level, before + "|" + after);
            for (String each : text.value().split("\n", -1)) {
                line(level + 1, "| " + each);
            }
        } else {
            line(level, before + value.toJson() + after);
        }
    }

    private void line(int level, String text) {
        lines.add(INDENT.repeat(level) + text);
    }
}
