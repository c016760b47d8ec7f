package dev.stet.content;

import dev.stet.shown.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/** One operation of a patch, carried out the plain way: by copying every container on the way to its place. */
final class PlainPatchStep {

    private final int index;
    private final JsonPatch.Operation operation;
    private final ContentLimits limits;

    PlainPatchStep(int index, JsonPatch.Operation operation, ContentLimits limits) {
        this.index = index;
        this.operation = operation;
        this.limits = limits;
    }

    JsonValue applyTo(JsonValue target) {
        JsonValue result;
        try {
            result = carriedOut(target);
        } catch (InvalidContentException tooLarge) {
            throw failed(operation.path(), tooLarge.detail());
        }
        Extent after = Extent.of(result);
        if (!limits.hold(after) && !after.isWithin(Extent.of(target))) {
            throw failed(operation.path(), "expected a result within " + limits + ", found " + after);
        }
        return result;
    }

    private JsonValue carriedOut(JsonValue target) {
        if (operation instanceof JsonPatch.Add add) {
            return add(target, add.path(), add.value());
        }
        if (operation instanceof JsonPatch.Remove remove) {
            return remove(target, remove.path());
        }
        if (operation instanceof JsonPatch.Replace replace) {
            return replace(target, replace.path(), replace.value());
        }
        if (operation instanceof JsonPatch.Move move) {
            JsonValue moved = existing(target, move.from());
            return move.from().equals(move.path()) ? target : add(remove(target, move.from()), move.path(), moved);
        }
        if (operation instanceof JsonPatch.Copy copy) {
            return add(target, copy.path(), existing(target, copy.from()));
        }
        return tested(target, (JsonPatch.Test) operation);
    }

    private JsonValue tested(JsonValue target, JsonPatch.Test test) {
        JsonValue found = existing(target, test.path());
        if (!found.equals(test.value())) {
            throw failed(test.path(), "expected " + Excerpt.of(test.value()) + ", found " + Excerpt.of(found));
        }
        return target;
    }

    private JsonValue add(JsonValue target, JsonPointer path, JsonValue value) {
        return path.isRoot()
                ? value
                : edited(target, path, 0, (parent, last) -> {
                    if (parent instanceof JsonObject object) {
                        return object.with(last, value);
                    }
                    List<JsonValue> elements = elements(parent, path);
                    int size = elements.size();
                    elements.add(last.equals("-") ? size : position(last, size + 1, path), value);
                    return new JsonArray(elements);
                });
    }

    private JsonValue remove(JsonValue target, JsonPointer path) {
        existing(target, path);
        if (path.isRoot()) {
            throw failed(path, "expected a place inside of the value, found the whole, which cannot be removed");
        }
        return edited(target, path, 0, (parent, last) -> {
            if (parent instanceof JsonObject object) {
                return object.without(last);
            }
            List<JsonValue> elements = elements(parent, path);
            elements.remove(position(last, elements.size(), path));
            return new JsonArray(elements);
        });
    }

    private JsonValue replace(JsonValue target, JsonPointer path, JsonValue value) {
        existing(target, path);
        return path.isRoot() ? value : edited(target, path, 0, (parent, last) -> with(parent, last, value, path));
    }

    /** The value, its part from token {@code depth} of the path on edited where the path ends. */
    private JsonValue edited(
            JsonValue value, JsonPointer path, int depth, BiFunction<JsonValue, String, JsonValue> edit) {
        String token = path.tokens().get(depth);
        if (depth == path.tokens().size() - 1) {
            return edit.apply(value, token);
        }
        JsonValue child = JsonPointer.child(value, token).orElseThrow(() -> nothingAt(path));
        return with(value, token, edited(child, path, depth + 1, edit), path);
    }

    private JsonValue with(JsonValue parent, String token, JsonValue value, JsonPointer path) {
        if (parent instanceof JsonObject object) {
            return object.with(token, value);
        }
        List<JsonValue> elements = elements(parent, path);
        elements.set(position(token, elements.size(), path), value);
        return new JsonArray(elements);
    }

    private JsonValue existing(JsonValue target, JsonPointer path) {
        return target.find(path).orElseThrow(() -> nothingAt(path));
    }

    private List<JsonValue> elements(JsonValue parent, JsonPointer path) {
        if (parent instanceof JsonArray array) {
            return new ArrayList<>(array.elements());
        }
        throw failed(path, "expected an object or an array to stand in, found " + Excerpt.of(parent));
    }

    private int position(String token, int bound, JsonPointer path) {
        return JsonPointer.index(token, bound)
                .orElseThrow(() -> failed(
                        path,
                        "expected an array index without leading zeros below " + bound + ", found "
                                + Shown.quoted(token)));
    }

    private InvalidPatchException nothingAt(JsonPointer path) {
        return failed(path, "expected a value, found none");
    }

    private InvalidPatchException failed(JsonPointer at, String detail) {
        String name = operation.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return new InvalidPatchException(
                index,
                at,
                name + " at " + Shown.quoted(at.toString()) + ": " + detail
                        + "; nothing was changed, correct the patch or make it anew from the current value");
    }
}
