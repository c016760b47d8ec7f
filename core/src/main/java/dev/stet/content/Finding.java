package dev.stet.content;

import dev.stet.input.Given;
import dev.stet.shown.Shown;
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

    /** Takes the parts as they are, but rule and message as {@link Shown#line one line}: people read them. */
    public Finding {
        Given.the("place of a finding", at);
        rule = Shown.line(Given.the("rule of a finding", rule));
        message = Shown.line(Given.the("message of a finding", message));
        Given.the("place in the schema", schemaAt);
    }

    /** The same objection to a larger content, in which what was checked stands at a place. */
    public Finding within(JsonPointer place) {
        Given.the("place", place);
        return new Finding(place.append(at), rule, message, schemaAt);
    }

    /** An objection that no JSON Schema demands: of a rule of the library, or of the host. */
    public Finding(JsonPointer at, String rule, String message) {
        this(at, rule, message, Optional.empty());
    }
}
