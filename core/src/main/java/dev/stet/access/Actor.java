package dev.stet.access;

import dev.stet.error.InvalidInputException;
import dev.stet.input.Given;

/**
 * Who acts, as the host asserts it. Stet records it with every change and hands it to the {@link AccessPolicy}; it does
 * not authenticate anybody.
 *
 * @param id what identifies the actor, 1 to 200 characters; compared exactly
 * @param name for people to read; empty when the host gives none
 * @param email for people to reach; empty when the host gives none
 */
public record Actor(String id, String name, String email) {
    private static final int MAX_LENGTH = 200;

    /** @throws InvalidInputException when a part is too long or holds control characters, or {@code id} is blank */
    public Actor {
        check("actor id", id);
        check("actor name", name);
        check("actor email", email);
        if (id.isBlank()) {
            throw new InvalidInputException("actor id", "not blank", id);
        }
    }

    public static Actor of(String id) {
        return new Actor(id, "", "");
    }

    public static Actor of(String id, String name) {
        return new Actor(id, name, "");
    }

    /** The name where there is one, else the id. */
    public String displayName() {
        return name.isBlank() ? id : name;
    }

    private static void check(String what, String value) {
        Given.the(what, value);
        if (value.codePointCount(0, value.length()) > MAX_LENGTH || !isText(value)) {
            throw new InvalidInputException(
                    what,
                    "at most " + MAX_LENGTH + " characters of well-formed Unicode, none of them a control",
                    value);
        }
    }

    /** Without controls and lone surrogates. A loop, as this is asked of every actor of every row that is read. */
    private static boolean isText(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isISOControl(c) || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == value.length() || !Character.isLowSurrogate(value.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }
}
