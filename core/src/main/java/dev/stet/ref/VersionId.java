package dev.stet.ref;

import dev.stet.input.Given;

/**
 * Names a version within its agent, beside its number: the host's own id, or a generated one.
 *
 * <p>1 to 128 visible ASCII characters without spaces. Identity is exact: case matters and nothing is normalised, so
 * that every database agrees on which two ids are the same.
 *
 * @param value the id as the host or Stet gave it
 */
public record VersionId(String value) {
    /** @throws dev.stet.error.InvalidInputException when {@code value} is not such an id */
    public VersionId {
        Given.id("version id", value);
    }

    public static VersionId of(String value) {
        return new VersionId(value);
    }

    /** The bare id. */
    @Override
    public String toString() {
        return value;
    }
}
