package dev.stet.environment;

import dev.stet.input.Given;
import java.util.Optional;

/**
 * Takes the version that one environment serves over to a later one.
 *
 * @param source what is promoted
 * @param target where to; the next environment of the pipeline when empty
 * @param evenIfReplaced whether a named deployment may be promoted that is no longer active in its environment
 * @param reason why, for people to read later
 * @param replacing what it expects to replace
 */
public record Promote(
        Source source, Optional<String> target, boolean evenIfReplaced, String reason, Replacing replacing) {
    public Promote {
        Given.the("deployment to promote", source);
        Given.environment(target);
        Given.text("reason", reason);
        Given.the("deployment to replace", replacing);
    }

    /** What is promoted. */
    public sealed interface Source {
        /** The deployment with this number. */
        record Numbered(long deployment) implements Source {}

        /** Whatever is active in this environment when the promotion is decided. */
        record ActiveIn(String environment) implements Source {
            public ActiveIn {
                Given.environment(environment);
            }
        }
    }

    /** Promotes the deployment the caller has seen; refused when it is no longer active in its environment. */
    public static Promote deployment(long number) {
        return new Promote(new Source.Numbered(number), Optional.empty(), false, "", Replacing.anything());
    }

    /** Promotes whatever is active in an environment, even if that changed since the caller looked. */
    public static Promote whateverIsActiveIn(String environment) {
        return new Promote(new Source.ActiveIn(environment), Optional.empty(), false, "", Replacing.anything());
    }

    /** To this environment instead of the next one. */
    public Promote to(String environment) {
        return new Promote(source, Given.chosen("environment name", environment), evenIfReplaced, reason, replacing);
    }

    /** Promotes the named deployment even if another one is active in its environment by now. */
    public Promote evenIfReplacedMeanwhile() {
        return new Promote(source, target, true, reason, replacing);
    }

    public Promote because(String given) {
        return new Promote(source, target, evenIfReplaced, given, replacing);
    }

    public Promote replacing(Replacing expected) {
        return new Promote(source, target, evenIfReplaced, reason, expected);
    }
}
