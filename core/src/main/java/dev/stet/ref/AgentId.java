package dev.stet.ref;

import dev.stet.input.Given;

/**
 * Names an agent within its workspace. Never given twice: not even after the agent was deleted.
 *
 * <p>1 to 128 visible ASCII characters without spaces. Identity is exact: case matters and nothing is normalised, so
 * that every database agrees on which two ids are the same.
 *
 * @param value the id as the host or Stet gave it
 */
public record AgentId(String value) {
    /** @throws dev.stet.error.InvalidInputException when {@code value} is not such an id */
    public AgentId {
        Given.id("agent id", value);
    }

    public static AgentId of(String value) {
        return new AgentId(value);
    }

    /** The bare id. */
    @Override
    public String toString() {
        return value;
    }
}
