package dev.stet.ref;

import dev.stet.input.Given;

/**
 * The tenant that owns agents. Every read and every write names one, and none sees another's data.
 *
 * <p>1 to 128 visible ASCII characters without spaces. Identity is exact: case matters and nothing is normalised, so
 * that every database agrees on which two ids are the same.
 *
 * @param value the id as the host or Stet gave it
 */
public record WorkspaceId(String value) {
    /** @throws dev.stet.error.InvalidInputException when {@code value} is not such an id */
    public WorkspaceId {
        Given.id("workspace id", value);
    }

    public static WorkspaceId of(String value) {
        return new WorkspaceId(value);
    }

    /** The bare id. */
    @Override
    public String toString() {
        return value;
    }
}
