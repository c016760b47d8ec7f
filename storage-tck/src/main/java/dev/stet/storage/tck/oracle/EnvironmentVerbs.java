package dev.stet.storage.tck.oracle;

import dev.stet.access.Action;
import dev.stet.access.Subject;
import dev.stet.environment.Deploy;
import dev.stet.environment.DeployOutcome;
import dev.stet.environment.Deployment;
import dev.stet.environment.Deployment.Cause;
import dev.stet.environment.Environment;
import dev.stet.environment.EnvironmentFrozenException;
import dev.stet.environment.Freeze;
import dev.stet.environment.NothingServedException;
import dev.stet.environment.Pipeline;
import dev.stet.environment.PipelineException;
import dev.stet.environment.PipelineException.Rule;
import dev.stet.environment.Promote;
import dev.stet.environment.Promote.Source;
import dev.stet.environment.Replacing;
import dev.stet.environment.RollBack;
import dev.stet.environment.RollBack.Target;
import dev.stet.environment.RollBackException;
import dev.stet.environment.StaleDeploymentException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What can be done with environments. */
final class EnvironmentVerbs {
    private final Act act;
    private final AgentState state;

    EnvironmentVerbs(Act act) {
        this.act = act;
        this.state = act.state();
    }

    DeployOutcome deploy(Deploy given) {
        act.editable();
        entry(given.environment());
        act.need(state.version(given.version()), () -> Refusal.notFound("version " + given.version()));
        Move move = Move.to(given.version(), given.environment(), Cause.DIRECT).because(given.reason());
        move.check(act, given.replacing());
        act.settle();
        return move.takeAlone(act, Action.DEPLOY);
    }

    /** An environment that versions may be deployed into directly. */
    void entry(String environment) {
        if (act.known(environment)) {
            act.object(
                    !act.pipeline().entries().contains(environment),
                    () -> Refusal.of(PipelineException.class, Rule.NOT_AN_ENTRY));
        }
    }

    DeployOutcome promote(Promote given) {
        act.editable();
        if (given.source() instanceof Source.ActiveIn active) {
            act.known(active.environment());
            act.need(state.active(active.environment()), () -> Refusal.of(NothingServedException.class));
        }
        Deployment promoted = given.source() instanceof Source.Numbered numbered
                ? deployment(numbered.deployment())
                : state.active(((Source.ActiveIn) given.source()).environment()).orElseThrow();
        Environment from = state.environment(promoted.environment());
        act.object(
                !from.deployment().equals(OptionalLong.of(promoted.number())) && !given.evenIfReplaced(),
                () -> Refusal.of(StaleDeploymentException.class, from));
        act.object(promoted.version().isEmpty(), () -> Refusal.of(NothingServedException.class));
        Optional<String> target = way(promoted.environment(), given.target());
        if (target.isEmpty() || promoted.version().isEmpty()) {
            act.settle();
        }
        Move move = Move.to(promoted.version().getAsLong(), target.orElseThrow(), Cause.PROMOTED)
                .from(OptionalLong.of(promoted.number()))
                .because(given.reason());
        move.check(act, given.replacing());
        act.settle();
        return move.takeAlone(act, Action.PROMOTE);
    }

    /** Where a promotion leads; empty, with an objection, where it leads nowhere. */
    private Optional<String> way(String from, Optional<String> to) {
        Pipeline pipeline = act.pipeline();
        List<String> order = pipeline.environments();
        if (!act.known(from)) {
            return Optional.empty();
        }
        int start = order.indexOf(from);
        if (to.isEmpty()) {
            act.object(start == order.size() - 1, () -> Refusal.of(PipelineException.class, Rule.NO_NEXT));
            return order.stream().skip(start + 1L).findFirst();
        }
        if (!act.known(to.get())) {
            return Optional.empty();
        }
        int end = order.indexOf(to.get());
        act.object(end <= start, () -> Refusal.of(PipelineException.class, Rule.BACKWARDS));
        act.object(end > start + 1 && !pipeline.skipping(), () -> Refusal.of(PipelineException.class, Rule.SKIPPING));
        return to;
    }

    DeployOutcome rollBack(RollBack given) {
        act.editable();
        String environment = given.environment();
        if (!act.known(environment)) {
            act.settle();
        }
        Deployment earlier = earlier(environment, given.target());
        act.object(
                !earlier.environment().equals(environment) || earlier.version().isEmpty(),
                () -> Refusal.of(RollBackException.class));
        act.settle();
        Move move = Move.to(earlier.version().orElseThrow(), environment, Cause.ROLLED_BACK)
                .from(OptionalLong.of(origin(earlier)))
                .because(given.reason());
        move.check(act, given.replacing());
        act.settle();
        return move.takeAlone(act, Action.ROLL_BACK);
    }

    private Deployment earlier(String environment, Target target) {
        if (target instanceof Target.Numbered numbered) {
            return deployment(numbered.deployment());
        }
        if (target instanceof Target.Version version) {
            return act.need(
                    state.lastDeployment(made -> made.environment().equals(environment)
                            && made.version().equals(OptionalLong.of(version.number()))),
                    () -> Refusal.of(RollBackException.class));
        }
        Optional<Deployment> before = state.active(environment)
                .flatMap(active -> state.deployment(origin(active)))
                .flatMap(left -> left.replaced().isPresent()
                        ? state.deployment(left.replaced().getAsLong())
                        : Optional.empty());
        return act.need(before, () -> Refusal.of(RollBackException.class));
    }

    /** The deployment itself, or, where it is a rollback, the one that was gone back to. */
    private static long origin(Deployment deployment) {
        return deployment.cause() == Cause.ROLLED_BACK ? deployment.source().orElseThrow() : deployment.number();
    }

    DeployOutcome empty(String environment, String reason, Replacing replacing) {
        act.editable();
        knownOrTouched(environment);
        act.object(state.active(environment).isEmpty(), () -> Refusal.of(NothingServedException.class));
        act.settle();
        Move move = new Move(environment, OptionalLong.empty(), Cause.EMPTIED, OptionalLong.empty(), reason);
        move.check(act, replacing);
        act.settle();
        return move.takeAlone(act, Action.EMPTY_ENVIRONMENT);
    }

    Environment freeze(String name, String reason) {
        act.known(name);
        Environment before = alterable(name, reason);
        before.freeze()
                .ifPresent(freeze -> act.object(true, () -> Refusal.of(EnvironmentFrozenException.class, freeze)));
        act.settle();
        Freeze freeze = new Freeze(act.actor(), act.at(), reason);
        return alter(Action.FREEZE_ENVIRONMENT, before, Optional.of(freeze));
    }

    Environment unfreeze(String name, String reason) {
        Environment before = state.environment(name);
        if (before.freeze().isEmpty()) {
            act.editable();
            knownOrTouched(name);
            act.settle();
            act.unchanged(Action.UNFREEZE_ENVIRONMENT, Subject.agent().environment(name));
            return before;
        }
        alterable(name, reason);
        act.settle();
        return alter(Action.UNFREEZE_ENVIRONMENT, before, Optional.empty());
    }

    /** What the pipeline has, or once had when something happened in it. */
    private void knownOrTouched(String environment) {
        if (!state.environments().containsKey(environment)) {
            act.known(environment);
        }
    }

    private Environment alterable(String name, String reason) {
        act.editable();
        act.notBlank("reason", reason);
        act.textAtMost(Setup.LIMITS.reason(), "reason", reason);
        return state.environment(name);
    }

    private Environment alter(Action action, Environment before, Optional<Freeze> freeze) {
        Environment after =
                new Environment(before.name(), before.deployment(), before.version(), before.page(), freeze);
        state.settle(after);
        act.changed(action, Subject.agent().environment(before.name()));
        return after;
    }

    private Deployment deployment(long number) {
        return act.need(state.deployment(number), () -> Refusal.notFound("deployment " + number));
    }
}
