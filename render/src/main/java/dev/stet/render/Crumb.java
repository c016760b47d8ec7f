package dev.stet.render;

import java.util.Optional;

/**
 * One step on the way to a place.
 *
 * @param token the name of a member, or the index of an element
 * @param element whether it is an element of an array
 * @param label the name that people know the value by
 */
record Crumb(String token, boolean element, Optional<String> label) {

    /** The text that people read first: the label of an element; the name of a member, and its label where that differs. */
    String shown() {
        if (element) {
            return label.orElseGet(() -> "#" + (Long.parseLong(token) + 1));
        }
        return label.map(called -> token + " (" + called + ")").orElse(token);
    }
}
