package dev.stet.rules;

import dev.stet.access.Change;
import dev.stet.agent.Agent;
import dev.stet.content.Finding;
import dev.stet.environment.ArchivedVersionException;
import dev.stet.environment.Deployment;
import dev.stet.environment.Deployment.Cause;
import dev.stet.environment.Environment;
import dev.stet.environment.EnvironmentFrozenException;
import dev.stet.environment.Replacing;
import dev.stet.environment.StaleDeploymentException;
import dev.stet.facts.Serving;
import dev.stet.facts.Standing;
import dev.stet.facts.StandingQuery;
import dev.stet.facts.StandingQuery.Beside;
import dev.stet.page.UnmetNeedsException;
import dev.stet.version.Version;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One environment's step to another version, or to none: what every deploy, promotion, rollback, emptying and publish
 * that deploys has in common.
 *
 * @param serving the environment as it is
 * @param active its active deployment, if it has one
 */
public record Move(Serving serving, Optional<Deployment> active) {
    /** What to read of the environment: its active deployment, and its page where versions may need something of that. */
    public static StandingQuery sees(StandingQuery agent, String environment, Policies policies) {
        StandingQuery target = agent.with(environment).with(Beside.DEPLOYMENT);
        return policies.looksAtPageNeeds() ? target.with(Beside.PAGE) : target;
    }

    /** In an environment as it is, which was read with its active deployment. */
    public static Move in(Standing target) {
        return new Move(target.serving().orElseThrow(), target.deployment());
    }

    Environment environment() {
        return serving.environment();
    }

    /** Refuses when the environment is not what the caller expects. */
    void requireExpected(Replacing replacing) {
        Environment environment = environment();
        if (replacing instanceof Replacing.Nothing && environment.deployment().isPresent()) {
            throw new StaleDeploymentException("no deployment", environment);
        }
        if (replacing instanceof Replacing.Numbered expected
                && !environment.deployment().equals(OptionalLong.of(expected.number()))) {
            throw new StaleDeploymentException("deployment " + expected.number(), environment);
        }
    }

    static void requireDeployable(Version version) {
        if (version.archived()) {
            throw new ArchivedVersionException(version.number());
        }
    }

    /** Refuses a version that needs of the environment's config page what it does not offer. */
    void requireNeedsMet(Agent agent, long version, Optional<Candidate.Pair> pair, Policies policies) {
        List<Finding> unmet = pair.map(found -> PageRules.unmet(agent, found.content(), found.page(), policies))
                .orElseGet(List::of);
        if (!unmet.isEmpty()) {
            throw UnmetNeedsException.deploying(version, serving.name(), unmet);
        }
    }

    /** The active deployment, if the environment serves this already: then there is nothing to do. */
    Optional<Deployment> already(OptionalLong version) {
        return active.filter(deployment -> deployment.version().equals(version));
    }

    /** Makes the step, as a new deployment; refuses while the environment is frozen. */
    Deployment make(Transition transition, Optional<Version> version, Cause cause, String reason, OptionalLong source) {
        Environment environment = environment();
        OptionalLong number =
                version.map(found -> OptionalLong.of(found.number())).orElse(OptionalLong.empty());
        environment.freeze().ifPresent(freeze -> {
            throw new EnvironmentFrozenException(environment.name(), freeze);
        });
        Deployment deployment = new Deployment(
                transition.nextDeployment(),
                environment.name(),
                number,
                cause,
                transition.call().actor(),
                transition.at(),
                transition.earliest(),
                reason,
                environment.deployment(),
                environment.version(),
                source);
        transition.deploy(deployment, serving.after(deployment, version));
        transition.about(transition.subject().environment(environment.name()).deployment(deployment.number()));
        transition.record("environment " + environment.name(), new Change(text(environment.version()), text(number)));
        return deployment;
    }

    private static Optional<String> text(OptionalLong version) {
        return version.isPresent() ? Optional.of("version " + version.getAsLong()) : Optional.empty();
    }
}
