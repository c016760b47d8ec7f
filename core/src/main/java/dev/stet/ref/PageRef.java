package dev.stet.ref;

import dev.stet.error.InvalidInputException;
import dev.stet.input.Given;

/**
 * A config page as somebody saw it: the environment it belongs to and the revision they saw. As the argument of a change it
 * is the compare-and-set token: the change is refused when the page has moved on.
 *
 * @param environment the page's environment
 * @param revision 0 for a page that nobody has put anything on, one more for every change
 */
public record PageRef(String environment, long revision) {
    /** @throws InvalidInputException when {@code revision} is negative */
    public PageRef {
        Given.environment(environment);
        if (revision < 0) {
            throw new InvalidInputException("page revision", "0 or more", Long.toString(revision));
        }
    }

    /** {@code environment@revision}, for messages. */
    @Override
    public String toString() {
        return environment + "@" + revision;
    }
}
