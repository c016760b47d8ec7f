package dev.stet.environment;

import dev.stet.input.Given;

/**
 * Puts a version directly into an entry environment.
 *
 * @param version its number
 * @param environment where to
 * @param reason why, for people to read later
 * @param replacing what it expects to replace
 */
public record Deploy(long version, String environment, String reason, Replacing replacing) {
    public Deploy {
        Given.environment(environment);
        Given.text("reason", reason);
        Given.the("deployment to replace", replacing);
    }

    public static Deploy version(long number, String environment) {
        return new Deploy(number, environment, "", Replacing.anything());
    }

    public Deploy because(String given) {
        return new Deploy(version, environment, given, replacing);
    }

    public Deploy replacing(Replacing expected) {
        return new Deploy(version, environment, reason, expected);
    }
}
