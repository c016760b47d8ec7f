package dev.stet.ref;

import dev.stet.error.InvalidInputException;
import dev.stet.input.Given;

/**
 * A draft as somebody saw it: its id and the revision they saw. As the argument of a change it is the compare-and-set
 * token: the change is refused when the draft has moved on.
 *
 * @param id the draft
 * @param revision 1 for the draft as it was opened, one more for every save
 */
public record DraftRef(DraftId id, long revision) {
    /** @throws InvalidInputException when {@code revision} is not positive */
    public DraftRef {
        Given.the("draft id", id);
        if (revision < 1) {
            throw new InvalidInputException("draft revision", "a number from 1 on", Long.toString(revision));
        }
    }

    public static DraftRef of(String id, long revision) {
        return new DraftRef(DraftId.of(id), revision);
    }

    /** {@code id@revision}, for messages. */
    @Override
    public String toString() {
        return id + "@" + revision;
    }
}
