package dev.stet.environment;

import dev.stet.input.Given;

/**
 * Makes an environment serve again what it served before, as a new deployment.
 *
 * @param environment which
 * @param target how far back
 * @param reason why, for people to read later
 * @param replacing what it expects to replace
 */
public record RollBack(String environment, Target target, String reason, Replacing replacing) {
    public RollBack {
        Given.environment(environment);
        Given.the("deployment to go back to", target);
        Given.text("reason", reason);
        Given.the("deployment to replace", replacing);
    }

    /** How far back. */
    public sealed interface Target {
        /**
         * To what was served before the active deployment. Rolling back twice goes back two steps: where the active
         * deployment is itself a rollback, the step before is that of the deployment it went back to. Where the step
         * before had emptied the environment, the rollback is refused: go to a version by its number, or empty it.
         */
        record Previous() implements Target {}

        /** To an earlier deployment of the same environment. */
        record Numbered(long deployment) implements Target {}

        /** To a version the environment once served. */
        record Version(long number) implements Target {}
    }

    /** Goes back one step. */
    public static RollBack of(String environment) {
        return new RollBack(environment, new Target.Previous(), "", Replacing.anything());
    }

    /** Goes back to an earlier deployment of the same environment instead. */
    public RollBack toDeployment(long number) {
        return new RollBack(environment, new Target.Numbered(number), reason, replacing);
    }

    /** Goes back to a version the environment once served instead. */
    public RollBack toVersion(long number) {
        return new RollBack(environment, new Target.Version(number), reason, replacing);
    }

    public RollBack because(String given) {
        return new RollBack(environment, target, given, replacing);
    }

    public RollBack replacing(Replacing expected) {
        return new RollBack(environment, target, reason, expected);
    }
}
