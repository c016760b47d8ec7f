package dev.stet.environment;

/**
 * Puts a version directly into an entry environment.
 *
 * @param version its number
 * @param environment where to
 * @param reason why, for people to read later
 * @param replacing what it expects to replace
 */
public record Deploy(long version, String environment, String reason, Replacing replacing) {
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
