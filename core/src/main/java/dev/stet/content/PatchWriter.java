package dev.stet.content;

import java.util.LinkedHashMap;
import java.util.Map;

/** Writes an operation as RFC 6902, section 4, does. */
final class PatchWriter {

    private PatchWriter() {}

    static JsonValue write(JsonPatch.Operation operation) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        if (operation instanceof JsonPatch.Add add) {
            begin(members, "add", operation);
            members.put("value", add.value());
        } else if (operation instanceof JsonPatch.Remove) {
            begin(members, "remove", operation);
        } else if (operation instanceof JsonPatch.Replace replace) {
            begin(members, "replace", operation);
            members.put("value", replace.value());
        } else if (operation instanceof JsonPatch.Move move) {
            begin(members, "move", operation);
            members.put("from", pointer(move.from()));
        } else if (operation instanceof JsonPatch.Copy copy) {
            begin(members, "copy", operation);
            members.put("from", pointer(copy.from()));
        } else {
            begin(members, "test", operation);
            members.put("value", ((JsonPatch.Test) operation).value());
        }
        return new JsonObject(members);
    }

    private static void begin(Map<String, JsonValue> members, String name, JsonPatch.Operation operation) {
        members.put("op", JsonValue.of(name));
        members.put("path", pointer(operation.path()));
    }

    private static JsonValue pointer(JsonPointer pointer) {
        return JsonValue.of(pointer.toString());
    }
}
