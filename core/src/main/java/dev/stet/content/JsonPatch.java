package dev.stet.content;

import dev.stet.input.Given;
import java.util.List;

/** A JSON Patch (RFC 6902): operations that turn one JSON value into another, all of them or none. Immutable. */
public final class JsonPatch {

    /** One step of a patch. */
    public sealed interface Operation {

        /** The place in the target the step is about. */
        JsonPointer path();
    }

    /**
     * Adds a value (RFC 6902, section 4.1): sets a member, or inserts an element before the index; {@code -} appends.
     *
     * @param path where; what it stands in must exist
     * @param value what
     */
    public record Add(JsonPointer path, JsonValue value) implements Operation {
        /** Takes the parts as they are. */
        public Add {
            requireParts(path, value);
        }
    }

    /**
     * Removes a value (RFC 6902, section 4.2).
     *
     * @param path where; it must exist
     */
    public record Remove(JsonPointer path) implements Operation {
        /** Takes the place as it is. */
        public Remove {
            Given.the("place of an operation", path);
        }
    }

    /**
     * Puts another value in the place of one (RFC 6902, section 4.3).
     *
     * @param path where; it must exist
     * @param value what
     */
    public record Replace(JsonPointer path, JsonValue value) implements Operation {
        /** Takes the parts as they are. */
        public Replace {
            requireParts(path, value);
        }
    }

    /**
     * Removes a value and adds it elsewhere (RFC 6902, section 4.4).
     *
     * @param from where the value is; it must exist
     * @param path where it goes, found after the removal; never inside of {@code from}
     */
    public record Move(JsonPointer from, JsonPointer path) implements Operation {
        /** Takes the places as they are. */
        public Move {
            requireParts(path, from);
        }
    }

    /**
     * Adds a value that is somewhere else already (RFC 6902, section 4.5).
     *
     * @param from where the value is; it must exist
     * @param path where it goes
     */
    public record Copy(JsonPointer from, JsonPointer path) implements Operation {
        /** Takes the places as they are. */
        public Copy {
            requireParts(path, from);
        }
    }

    /**
     * Goes on only when a value is the one expected (RFC 6902, section 4.6), by the equality of {@link JsonValue}.
     *
     * @param path where; it must exist
     * @param value what is expected there
     */
    public record Test(JsonPointer path, JsonValue value) implements Operation {
        /** Takes the parts as they are. */
        public Test {
            requireParts(path, value);
        }
    }

    private final List<Operation> operations;

    private JsonPatch(List<Operation> operations) {
        this.operations = operations;
    }

    /**
     * Reads a patch document under {@link ContentLimits#DEFAULT}.
     *
     * @throws InvalidContentException if the text is refused as JSON, or is not an array
     * @throws InvalidPatchException as {@link #of(JsonArray)} does
     */
    public static JsonPatch parse(String json) {
        if (JsonValue.parse(json) instanceof JsonArray operations) {
            return of(operations);
        }
        throw new InvalidContentException(
                JsonPointer.ROOT,
                "array-expected",
                "expected a JSON Patch, an array of operations (RFC 6902), found another kind of value; wrap a single"
                        + " operation in an array");
    }

    /**
     * Reads a patch document. Members of an operation that RFC 6902 does not define are ignored, as it demands.
     *
     * @throws InvalidPatchException if an operation is not an object, is unknown, lacks a member, has a malformed
     *     pointer, or moves a value into itself
     */
    public static JsonPatch of(JsonArray operations) {
        return new JsonPatch(
                PatchReader.read(Given.the("JSON Patch", operations).elements()));
    }

    /** The patch of these steps. */
    public static JsonPatch of(List<Operation> operations) {
        return new JsonPatch(Given.list("operation of a JSON Patch", operations));
    }

    /** The patch document, as RFC 6902 writes it; {@link #of(JsonArray)} reads it back. */
    public JsonArray toJsonArray() {
        return new JsonArray(operations.stream().map(PatchWriter::write).toList());
    }

    /** The steps in order, immutable. */
    public List<Operation> operations() {
        return operations;
    }

    /**
     * Carries out the operations in order, with {@link ContentLimits#DEFAULT} for the result.
     *
     * @throws InvalidPatchException if one cannot be carried out
     */
    public JsonValue applyTo(JsonValue target) {
        return applyTo(target, ContentLimits.DEFAULT);
    }

    /**
     * Carries out the operations in order; none may take the value past the limits, which stops patches that double a value
     * again and again. All together they cost time linear in the value and the patch, but for a logarithm: a container on the
     * way to a place is opened once, and then changed in a few steps, however many children it has.
     *
     * @throws InvalidPatchException if one cannot be carried out
     */
    public JsonValue applyTo(JsonValue target, ContentLimits limits) {
        Given.the("content limits", limits);
        Part patched = Part.of(Given.the("value to patch", target));
        PatchStep.Opened opened = new PatchStep.Opened();
        for (int i = 0; i < operations.size(); i++) {
            patched = new PatchStep(i, operations.get(i), limits, opened).applyTo(patched);
        }
        return patched.value();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonPatch that && operations.equals(that.operations);
    }

    @Override
    public int hashCode() {
        return operations.hashCode();
    }

    /** The number of operations; not the operations, which may carry whole configurations. */
    @Override
    public String toString() {
        return "JsonPatch[" + operations.size() + " operations]";
    }

    private static void requireParts(JsonPointer path, Object other) {
        Given.the("place of an operation", path);
        Given.the("value or source of an operation", other);
    }
}
