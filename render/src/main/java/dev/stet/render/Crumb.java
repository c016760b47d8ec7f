package dev.stet.render;

import java.util.Optional;

/**
 * One step on the way to a place.
 *
 * @param token the name of a member, or the index of an element
 * @param element whether it is an element of an array
 * @param label what people call what stands there
 */
record Crumb(String token, boolean element, Optional<String> label) {

    /** What people read first: of an element what it is called, of a member its name, and what it is called where that differs. */
    String shown() {
        if (element) {
            return label.orElseGet(() -> "#" + (Long.parseLong(token) + 1));
        }
        return label.map(called -> token + " (" + called + ")").orElse(token);
    }
}
