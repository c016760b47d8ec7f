package dev.stet.ref;

import dev.stet.input.Given;

/**
 * Names a draft within its agent.
 *
 * <p>1 to 128 visible ASCII characters without spaces. Identity is exact: case matters and nothing is normalised, so
 * that every database agrees on which two ids are the same.
 *
 * @param value the id as the host or Stet gave it
 */
public record DraftId(String value) {
    /** @throws dev.stet.error.InvalidInputException when {@code value} is not such an id */
    public DraftId {
        Given.id("draft id", value);
    }

    public static DraftId of(String value) {
        return new DraftId(value);
    }

    /** The bare id. */
    @Override
    public String toString() {
        return value;
    }
}
