package dev.stet.content;

import dev.stet.input.Given;
import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Any JSON value (RFC 8259), immutable.
 *
 * <p>Two values are equal when they mean the same: member order and number spelling do not matter, array
 * order does. The order and the spelling are kept all the same, so {@code parse(text).toJson()} differs from
 * {@code text} at most in white space and in how strings are escaped.
 *
 * <p>No value nests deeper than {@value ContentLimits#DEEPEST} levels or is longer than 2 GiB as compact
 * JSON; the constructors of {@link JsonObject} and {@link JsonArray} refuse to build such a value, which is
 * what makes walking any value safe.
 */
public sealed interface JsonValue permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBoolean, JsonNull {

    /**
     * Reads one JSON value under {@link ContentLimits#DEFAULT}.
     *
     * @throws InvalidContentException if the text is not exactly one JSON value, repeats a member name, holds a
     *     lone surrogate, or passes a limit
     */
    static JsonValue parse(String json) {
        return parse(json, ContentLimits.DEFAULT);
    }

    /**
     * Reads one JSON value under the given limits.
     *
     * @throws InvalidContentException if the text is not exactly one JSON value, repeats a member name, holds a
     *     lone surrogate, or passes a limit
     */
    static JsonValue parse(String json, ContentLimits limits) {
        return JsonReader.read(json, limits).value();
    }

    /**
     * Copies a Jackson tree under {@link ContentLimits#DEFAULT}; later changes to the tree change nothing here.
     * Doubles are spelled as Jackson writes them, the same on every JDK.
     *
     * @throws InvalidContentException if the tree holds what JSON cannot say (NaN, an infinity, a lone surrogate,
     *     a missing, binary or POJO node) or passes a limit, as one that contains itself does
     */
    static JsonValue from(JsonNode node) {
        return JacksonNodes.read(Given.the("Jackson tree", node), ContentLimits.DEFAULT);
    }

    /**
     * A JSON string.
     *
     * @throws InvalidContentException if the text holds a lone surrogate
     */
    static JsonString of(String text) {
        return new JsonString(text);
    }

    /** A JSON number, spelled as the decimal integer. */
    static JsonNumber of(long value) {
        return JsonNumber.of(value);
    }

    /** A JSON number, spelled as {@link BigDecimal#toString()} spells it. */
    static JsonNumber of(BigDecimal value) {
        return JsonNumber.of(value);
    }

    /** A JSON boolean. */
    static JsonBoolean of(boolean value) {
        return JsonBoolean.of(value);
    }

    /**
     * Writes this value as compact JSON: no white space, members in their order, numbers as spelled, and only
     * those characters escaped that must be (RFC 8259, section 7).
     */
    default String toJson() {
        return JsonWriter.text(this, JsonWriter.Form.AS_GIVEN);
    }

    /** What kind of value this is, in words for a message: {@code an object}, {@code a string}, {@code null}. */
    default String inWords() {
        if (this instanceof JsonObject) {
            return "an object";
        }
        if (this instanceof JsonArray) {
            return "an array";
        }
        if (this instanceof JsonString) {
            return "a string";
        }
        if (this instanceof JsonNumber) {
            return "a number";
        }
        return this instanceof JsonBoolean ? "a boolean" : "null";
    }

    /** Whether values stand inside of this one, or could: whether it is an object or an array. */
    default boolean isContainer() {
        return this instanceof JsonObject || this instanceof JsonArray;
    }

    /**
     * Copies this value into a Jackson tree that belongs to the caller. Integers become the smallest of Jackson's
     * integer nodes that holds them, other numbers exact decimals.
     */
    default JsonNode toJsonNode() {
        return JacksonNodes.write(this);
    }

    /**
     * Finds the value a pointer names (RFC 6901, section 4), or nothing when there is none. {@code -}, the place
     * after the last element of an array, holds no value.
     */
    default Optional<JsonValue> find(JsonPointer at) {
        JsonValue found = this;
        for (String token : Given.the("place", at).tokens()) {
            Optional<JsonValue> child = JsonPointer.child(found, token);
            if (child.isEmpty()) {
                return child;
            }
            found = child.get();
        }
        return Optional.of(found);
    }
}
