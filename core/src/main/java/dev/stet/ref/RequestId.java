package dev.stet.ref;

import dev.stet.input.Given;

/**
 * Names one request of the host, so that its retry returns the first outcome instead of acting twice.
 *
 * <p>1 to 128 visible ASCII characters without spaces. Identity is exact: case matters and nothing is normalised, so
 * that every database agrees on which two ids are the same.
 *
 * @param value the id as the host or Stet gave it
 */
public record RequestId(String value) {
    /** @throws dev.stet.error.InvalidInputException when {@code value} is not such an id */
    public RequestId {
        Given.id("request id", value);
    }

    public static RequestId of(String value) {
        return new RequestId(value);
    }

    /** The bare id. */
    @Override
    public String toString() {
        return value;
    }
}
