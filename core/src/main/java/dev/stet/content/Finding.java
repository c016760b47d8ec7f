package dev.stet.content;

import java.util.Objects;

/**
 * What a check of content objects to.
 *
 * @param at the place; it need not exist, as when something is missing there
 * @param rule the name of the rule, for programs; stable from one release of the rule's owner to the next
 * @param message for people: what was expected, what was found, and what can be done now
 */
public record Finding(JsonPointer at, String rule, String message) {

    /** Takes the parts as they are. */
    public Finding {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(message, "message");
    }
}
