package dev.stet.storage.tck.oracle;

import dev.stet.access.Action;
import dev.stet.access.Subject;
import dev.stet.content.Content;
import dev.stet.environment.ArchivedVersionException;
import dev.stet.environment.DeployOutcome;
import dev.stet.environment.Deployment;
import dev.stet.environment.Deployment.Cause;
import dev.stet.environment.Environment;
import dev.stet.environment.EnvironmentFrozenException;
import dev.stet.environment.Replacing;
import dev.stet.environment.StaleDeploymentException;
import dev.stet.page.UnmetNeedsException;
import dev.stet.version.Version;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One environment's step to another version, or to none: what all moves have in common.
 *
 * @param environment which
 * @param version to which version
 * @param cause because of what
 * @param source the deployment the version was taken from
 * @param reason why
 */
record Move(String environment, OptionalLong version, Cause cause, OptionalLong source, String reason) {
    static Move to(long version, String environment, Cause cause) {
        return new Move(environment, OptionalLong.of(version), cause, OptionalLong.empty(), "");
    }

    Move from(OptionalLong deployment) {
        return new Move(environment, version, cause, deployment, reason);
    }

    Move because(String given) {
        return new Move(environment, version, cause, source, given);
    }

    /** What speaks against it. */
    void check(Act act, Replacing replacing) {
        AgentState state = act.state();
        Environment now = state.environment(environment);
        if (version.isPresent()) {
            long number = version.getAsLong();
            boolean archived = state.version(number).filter(Version::archived).isPresent();
            act.object(archived, () -> Refusal.of(ArchivedVersionException.class, number));
        }
        if (already(act).isEmpty()) {
            version.stream()
                    .boxed()
                    .flatMap(number -> state.version(number).stream())
                    .forEach(found -> checkNeeds(act, state.content(found.hash())));
            now.freeze()
                    .ifPresent(freeze -> act.object(true, () -> Refusal.of(EnvironmentFrozenException.class, freeze)));
        }
        boolean asExpected = replacing instanceof Replacing.Anything
                || (replacing instanceof Replacing.Nothing && now.deployment().isEmpty())
                || (replacing instanceof Replacing.Numbered expected
                        && now.deployment().equals(OptionalLong.of(expected.number())));
        act.object(!asExpected, () -> Refusal.of(StaleDeploymentException.class, now));
        act.textAtMost(Setup.LIMITS.reason(), "reason", reason);
    }

    /** Whether the page there offers what a content needs. */
    void checkNeeds(Act act, Content content) {
        act.object(
                !PageVerbs.meetsNeeds(content, act.state().page(environment).variables()),
                () -> Refusal.of(UnmetNeedsException.class, version.orElseThrow(), environment));
    }

    /** The active deployment, where the environment serves that already. */
    Optional<Deployment> already(Act act) {
        return act.state().active(environment).filter(active -> active.version().equals(version));
    }

    Deployment take(Act act) {
        AgentState state = act.state();
        Environment before = state.environment(environment);
        Deployment deployment = new Deployment(
                state.deployments().size() + 1L,
                environment,
                version,
                cause,
                act.actor(),
                act.at(),
                act.earliest(),
                reason,
                before.deployment(),
                before.version(),
                source);
        state.deployments().add(deployment);
        state.settle(new Environment(
                environment, OptionalLong.of(deployment.number()), version, before.page(), before.freeze()));
        return deployment;
    }

    /** Takes it as a call of its own. */
    DeployOutcome takeAlone(Act act, Action action) {
        Optional<Deployment> already = already(act);
        Deployment active = already.orElseGet(() -> take(act));
        Subject place = Subject.agent().environment(environment).deployment(active.number());
        Subject subject = version.isPresent() ? place.version(version.getAsLong()) : place;
        if (already.isPresent()) {
            act.unchanged(action, subject);
            return new DeployOutcome.Unchanged(active);
        }
        act.changed(action, subject);
        return new DeployOutcome.Deployed(active);
    }
}
