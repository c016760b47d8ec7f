package dev.stet.content;

import dev.stet.shown.Shown;
import java.util.ArrayList;
import java.util.List;

/** Reads one operation of a JSON Patch document. */
final class PatchReader {

    private final int index;
    private final JsonObject members;

    private PatchReader(int index, JsonObject members) {
        this.index = index;
        this.members = members;
    }

    static List<JsonPatch.Operation> read(List<JsonValue> document) {
        List<JsonPatch.Operation> operations = new ArrayList<>(document.size());
        for (int i = 0; i < document.size(); i++) {
            if (!(document.get(i) instanceof JsonObject members)) {
                throw new InvalidPatchException(
                        i, JsonPointer.ROOT.append(i), "expected an object with \"op\" and \"path\", found none");
            }
            operations.add(new PatchReader(i, members).operation());
        }
        return List.copyOf(operations);
    }

    private JsonPatch.Operation operation() {
        String op = text("op");
        JsonPointer path = pointer("path");
        return switch (op) {
            case "add" -> new JsonPatch.Add(path, member("value"));
            case "remove" -> new JsonPatch.Remove(path);
            case "replace" -> new JsonPatch.Replace(path, member("value"));
            case "move" -> move(path);
            case "copy" -> new JsonPatch.Copy(pointer("from"), path);
            case "test" -> new JsonPatch.Test(path, member("value"));
            default -> throw refused("op", "one of add, remove, replace, move, copy, test", Shown.quoted(op));
        };
    }

    private JsonPatch.Move move(JsonPointer path) {
        JsonPointer from = pointer("from");
        if (path.isInside(from)) {
            throw refused("path", "a place outside of " + Shown.quoted(from.toString()), Shown.quoted(path.toString()));
        }
        return new JsonPatch.Move(from, path);
    }

    private JsonValue member(String name) {
        return members.find(name).orElseThrow(() -> refused(name, "the member", "none"));
    }

    private String text(String name) {
        if (member(name) instanceof JsonString string) {
            return string.value();
        }
        throw refused(name, "a string", member(name).inWords());
    }

    private JsonPointer pointer(String name) {
        String text = text(name);
        try {
            return JsonPointer.parse(text);
        } catch (InvalidContentException malformed) {
            throw refused(name, "a JSON Pointer (RFC 6901)", Shown.quoted(text));
        }
    }

    private InvalidPatchException refused(String name, String expected, String found) {
        return new InvalidPatchException(
                index,
                JsonPointer.ROOT.append(index).append(name),
                "expected " + expected + " in \"" + name + "\", found " + found + "; correct the patch (RFC 6902)");
    }
}
