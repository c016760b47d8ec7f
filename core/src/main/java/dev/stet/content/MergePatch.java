package dev.stet.content;

import dev.stet.input.Given;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A JSON Merge Patch (RFC 7396): an object names the members to set, and {@code null} those to remove.
 *
 * @param patch the patch document
 */
public record MergePatch(JsonValue patch) {

    /** Takes the document as it is: every JSON value is a merge patch. */
    public MergePatch {
        Given.the("merge patch", patch);
    }

    /**
     * The target as the patch wants it (RFC 7396, section 2). Members that stay keep their place, new ones follow in
     * the order of the patch.
     */
    public JsonValue applyTo(JsonValue target) {
        return merged(Given.the("value to patch", target), patch);
    }

    private static JsonValue merged(JsonValue target, JsonValue patch) {
        if (!(patch instanceof JsonObject changes)) {
            return patch;
        }
        JsonObject base = target instanceof JsonObject object ? object : JsonObject.of();
        Map<String, JsonValue> result = new LinkedHashMap<>(base.members());
        for (Map.Entry<String, JsonValue> change : changes.ordered().inOrder()) {
            String name = change.getKey();
            if (change.getValue() == JsonNull.NULL) {
                result.remove(name);
            } else {
                result.put(name, merged(result.getOrDefault(name, JsonNull.NULL), change.getValue()));
            }
        }
        return new JsonObject(result);
    }
}
