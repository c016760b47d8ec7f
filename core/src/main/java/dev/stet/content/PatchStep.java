package dev.stet.content;

import dev.stet.shown.Shown;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.function.BiFunction;

/** One operation of a patch being carried out. */
final class PatchStep {

    /** The containers that a patch has opened: each once, wherever it is moved or copied to. */
    static final class Opened {
        private final IdentityHashMap<JsonValue, Part> parts = new IdentityHashMap<>();

        Part of(Part part) {
            return part instanceof Part.Closed closed
                    ? parts.computeIfAbsent(closed.value(), value -> closed.opened())
                    : part;
        }

        /** How many there are. */
        int count() {
            return parts.size();
        }
    }

    private final int index;
    private final JsonPatch.Operation operation;
    private final ContentLimits limits;
    private final Opened opened;

    PatchStep(int index, JsonPatch.Operation operation, ContentLimits limits, Opened opened) {
        this.index = index;
        this.operation = operation;
        this.limits = limits;
        this.opened = opened;
    }

    Part applyTo(Part target) {
        Part result;
        try {
            result = carriedOut(target);
        } catch (InvalidContentException tooLarge) {
            throw failed(operation.path(), tooLarge.detail());
        }
        Extent after = result.extent();
        if (!limits.hold(after) && !after.isWithin(target.extent())) {
            throw failed(operation.path(), "expected a result within " + limits + ", found " + after);
        }
        return result;
    }

    private Part carriedOut(Part target) {
        if (operation instanceof JsonPatch.Add add) {
            return add(target, add.path(), Part.of(add.value()));
        }
        if (operation instanceof JsonPatch.Remove remove) {
            return remove(target, remove.path());
        }
        if (operation instanceof JsonPatch.Replace replace) {
            return replace(target, replace.path(), Part.of(replace.value()));
        }
        if (operation instanceof JsonPatch.Move move) {
            Part moved = existing(target, move.from());
            return move.from().equals(move.path()) ? target : add(remove(target, move.from()), move.path(), moved);
        }
        if (operation instanceof JsonPatch.Copy copy) {
            return add(target, copy.path(), existing(target, copy.from()));
        }
        return tested(target, (JsonPatch.Test) operation);
    }

    private Part tested(Part target, JsonPatch.Test test) {
        JsonValue found = existing(target, test.path()).value();
        if (!found.equals(test.value())) {
            throw failed(test.path(), "expected " + Excerpt.of(test.value()) + ", found " + Excerpt.of(found));
        }
        return target;
    }

    private Part add(Part target, JsonPointer path, Part value) {
        return path.isRoot()
                ? value
                : edited(target, path, 0, (parent, last) -> {
                    if (parent instanceof Part.OpenObject members) {
                        return members.with(last, value);
                    }
                    Part.OpenArray elements = elements(parent, path);
                    int size = elements.size();
                    return elements.withInserted(last.equals("-") ? size : position(last, size + 1, path), value);
                });
    }

    private Part remove(Part target, JsonPointer path) {
        existing(target, path);
        if (path.isRoot()) {
            throw failed(path, "expected a place inside of the value, found the whole, which cannot be removed");
        }
        return edited(target, path, 0, (parent, last) -> {
            if (parent instanceof Part.OpenObject members) {
                return members.without(last);
            }
            Part.OpenArray elements = elements(parent, path);
            return elements.without(position(last, elements.size(), path));
        });
    }

    private Part replace(Part target, JsonPointer path, Part value) {
        existing(target, path);
        return path.isRoot() ? value : edited(target, path, 0, (parent, last) -> with(parent, last, value, path));
    }

    /** The part, that inside of it from token {@code depth} of the path on edited where the path ends. */
    private Part edited(Part part, JsonPointer path, int depth, BiFunction<Part, String, Part> edit) {
        String token = path.tokens().get(depth);
        Part parent = opened.of(part);
        if (depth == path.tokens().size() - 1) {
            return edit.apply(parent, token);
        }
        Part child = parent.child(token).orElseThrow(() -> nothingAt(path));
        return with(parent, token, edited(child, path, depth + 1, edit), path);
    }

    private Part with(Part parent, String token, Part value, JsonPointer path) {
        if (parent instanceof Part.OpenObject members) {
            return members.with(token, value);
        }
        Part.OpenArray elements = elements(parent, path);
        return elements.with(position(token, elements.size(), path), value);
    }

    private Part existing(Part target, JsonPointer path) {
        Part found = target;
        for (String token : path.tokens()) {
            found = found.child(token).orElseThrow(() -> nothingAt(path));
        }
        return found;
    }

    private Part.OpenArray elements(Part parent, JsonPointer path) {
        if (parent instanceof Part.OpenArray elements) {
            return elements;
        }
        throw failed(path, "expected an object or an array to stand in, found " + Excerpt.of(parent.value()));
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
