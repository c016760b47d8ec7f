package dev.stet.rules;

import dev.stet.error.InvalidInputException;
import dev.stet.input.Given;

/** How long the texts may be that people write beside the content. */
final class Texts {
    private Texts() {}

    /** Not blank, and {@link #optional}. */
    static String required(String what, String text, int max) {
        if (text.isBlank()) {
            throw new InvalidInputException(what, "text of 1 to " + max + " characters", text);
        }
        return optional(what, text, max);
    }

    /** At most {@code max} code points of well-formed text. */
    static String optional(String what, String text, int max) {
        return Given.text(what, Given.atMost(what, text, max));
    }
}
