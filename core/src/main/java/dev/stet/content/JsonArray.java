package dev.stet.content;

import dev.stet.input.Given;
import java.util.Arrays;
import java.util.List;

/**
 * A JSON array.
 *
 * @param elements the elements, immutable, in order
 */
public record JsonArray(List<JsonValue> elements) implements JsonValue {

    /**
     * Takes a copy of the elements.
     *
     * @throws InvalidContentException if the array would nest deeper or be longer than any {@link JsonValue} may
     */
    public JsonArray {
        elements = Elements.copyOf(Given.the("elements", elements));
    }

    /** The array of these elements. */
    public static JsonArray of(JsonValue... elements) {
        return new JsonArray(Arrays.asList(Given.the("elements", elements)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonArray that && elements.equals(that.elements);
    }

    @Override
    public int hashCode() {
        return elements.hashCode();
    }

    /** The same as {@link #toJson()}. */
    @Override
    public String toString() {
        return toJson();
    }

    Extent extent() {
        return indexed().extent();
    }

    Elements indexed() {
        return (Elements) elements;
    }
}
