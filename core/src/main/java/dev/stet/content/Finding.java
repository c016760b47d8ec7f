package dev.stet.content;

import java.util.Objects;
import java.util.Optional;

/**
 * What a check of content objects to.
 *
 * @param at the place; it need not exist, as when something is missing there
 * @param rule the name of the rule, for programs; stable from one release of the rule's owner to the next. Of a JSON Schema,
 *     the keyword
 * @param message for people: what was expected, what was found, and what can be done now
 * @param schemaAt where in a JSON Schema the keyword stands that demands it; empty for what no schema demands
 */
public record Finding(JsonPointer at, String rule, String message, Optional<JsonPointer> schemaAt) {

    /** Takes the parts as they are. */
    public Finding {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(schemaAt, "schemaAt");
    }

    /** The same objection to a larger content, in which what was checked stands at a place. */
    public Finding within(JsonPointer place) {
        return new Finding(place.append(at), rule, message, schemaAt);
    }

    /** What no JSON Schema demands. */
    public Finding(JsonPointer at, String rule, String message) {
        this(at, rule, message, Optional.empty());
    }
}
