package dev.stet.rules;

import dev.stet.access.Action;
import dev.stet.access.Change;
import dev.stet.access.Subject;
import dev.stet.agent.Agent;
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
import dev.stet.environment.Promote;
import dev.stet.environment.Replacing;
import dev.stet.environment.RollBack;
import dev.stet.environment.RollBackException;
import dev.stet.environment.StaleDeploymentException;
import dev.stet.environment.UnknownEnvironmentException;
import dev.stet.facts.Serving;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** What holds for environments: which version may come to serve where, and on which way. */
public final class DeploymentRules {
    private DeploymentRules() {}

    /** Refuses an environment that the pipeline does not know. */
    public static void requireKnown(String environment, Pipeline pipeline) {
        if (!pipeline.has(environment)) {
            throw new UnknownEnvironmentException(environment, pipeline);
        }
    }

    /** The same, but for an environment that left the pipeline with a deployment, a page or a freeze: it can be read and cleared. */
    public static void requireKnownOrTouched(Environment environment, Pipeline pipeline) {
        if (environment.isUntouched()) {
            requireKnown(environment.name(), pipeline);
        }
    }

    /** Refuses an environment that versions are promoted into instead of being deployed directly. */
    static void requireEntry(String environment, Pipeline pipeline) {
        requireKnown(environment, pipeline);
        if (!pipeline.entries().contains(environment)) {
            throw PipelineException.notAnEntry(environment, pipeline);
        }
    }

    /** Since when a deployment was active, as far as that can be told by a clock: never later than the clock says. */
    public static Instant since(Deployment deployment, Instant now, Duration tolerance) {
        Instant at = deployment.at();
        return past(at.isAfter(now.plus(tolerance)) ? deployment.earliest().orElse(at) : at, now);
    }

    /** A time that is still to come, as far in the past. */
    private static Instant past(Instant time, Instant now) {
        return time.isAfter(now) ? now.minus(Duration.between(now, time)) : time;
    }

    /**
     * A direct deployment.
     *
     * @param target the environment to deploy to, as it is
     */
    public static Decision<DeployOutcome> deploy(
            Agent agent, Candidate candidate, Move target, Deploy command, Policies policies, Call call) {
        AgentRules.requireEditable(agent);
        requireEntry(command.environment(), policies.pipelineOf(agent.kind()));
        Step step = new Step(Action.DEPLOY, Cause.DIRECT, command.reason(), command.replacing(), OptionalLong.empty());
        return take(agent, Optional.of(candidate), target, step, policies, call);
    }

    /** The environment a promotion leads to. */
    public static String promotionTarget(String from, Promote command, Pipeline pipeline) {
        requireKnown(from, pipeline);
        String target = command.target()
                .or(() -> pipeline.next(from))
                .orElseThrow(() -> PipelineException.noNext(from, pipeline));
        requireKnown(target, pipeline);
        int distance = pipeline.environments().indexOf(target)
                - pipeline.environments().indexOf(from);
        if (distance < 1) {
            throw PipelineException.backwards(from, target, pipeline);
        }
        if (distance > 1 && !pipeline.skipping()) {
            throw PipelineException.skipping(from, target, pipeline);
        }
        return target;
    }

    /**
     * A promotion.
     *
     * @param promoted the deployment to promote
     * @param from the environment it was made in, as it is
     * @param candidate the version it deployed; empty where it emptied the environment
     * @param target the environment the promotion leads to, as it is
     */
    public static Decision<DeployOutcome> promote(
            Agent agent,
            Deployment promoted,
            Environment from,
            Optional<Candidate> candidate,
            Move target,
            Promote command,
            Policies policies,
            Call call) {
        AgentRules.requireEditable(agent);
        boolean active = from.deployment().equals(OptionalLong.of(promoted.number()));
        if (!active && !command.evenIfReplaced()) {
            throw new StaleDeploymentException("deployment " + promoted.number(), from);
        }
        if (candidate.isEmpty()) {
            throw new NothingServedException(from.name(), agent.key().toString());
        }
        Step step = new Step(
                Action.PROMOTE,
                Cause.PROMOTED,
                command.reason(),
                command.replacing(),
                OptionalLong.of(promoted.number()));
        return take(agent, candidate, target, step, policies, call);
    }

    /**
     * The deployment whose way back a rollback by one step takes: the active one, or, where that is a rollback itself,
     * the one it went back to.
     */
    public static OptionalLong stepBackFrom(Deployment active) {
        return active.cause() == Cause.ROLLED_BACK ? active.source() : OptionalLong.of(active.number());
    }

    /**
     * A rollback.
     *
     * @param current the environment, as it is
     * @param earlier the deployment to go back to
     * @param candidate the version that one deployed; empty where it emptied the environment
     */
    public static Decision<DeployOutcome> rollBack(
            Agent agent,
            Move current,
            Deployment earlier,
            Optional<Candidate> candidate,
            RollBack command,
            Policies policies,
            Call call) {
        AgentRules.requireEditable(agent);
        requireKnown(command.environment(), policies.pipelineOf(agent.kind()));
        if (!earlier.environment().equals(command.environment())) {
            throw new RollBackException(
                    command.environment(),
                    "deployment " + earlier.number() + " was made in '" + earlier.environment() + "'");
        }
        if (candidate.isEmpty()) {
            throw new RollBackException(
                    command.environment(), "deployment " + earlier.number() + " emptied the environment");
        }
        OptionalLong origin =
                earlier.cause() == Cause.ROLLED_BACK ? earlier.source() : OptionalLong.of(earlier.number());
        Step step = new Step(Action.ROLL_BACK, Cause.ROLLED_BACK, command.reason(), command.replacing(), origin);
        return take(agent, candidate, current, step, policies, call);
    }

    public static Decision<DeployOutcome> empty(
            Agent agent, Move current, String reason, Replacing replacing, Policies policies, Call call) {
        AgentRules.requireEditable(agent);
        String environment = current.environment().name();
        requireKnownOrTouched(current.environment(), policies.pipelineOf(agent.kind()));
        if (current.environment().deployment().isEmpty()) {
            throw new NothingServedException(environment, agent.key().toString());
        }
        Step step = new Step(Action.EMPTY_ENVIRONMENT, Cause.EMPTIED, reason, replacing, OptionalLong.empty());
        return take(agent, Optional.empty(), current, step, policies, call);
    }

    public static Decision<Environment> freeze(
            Agent agent, Serving serving, String reason, Policies policies, Call call) {
        Environment environment = serving.environment();
        AgentRules.requireEditable(agent);
        requireKnown(environment.name(), policies.pipelineOf(agent.kind()));
        environment.freeze().ifPresent(freeze -> {
            throw new EnvironmentFrozenException(environment.name(), freeze);
        });
        Transition transition = Transition.of(agent, call);
        String why = Texts.required("reason", reason, policies.textLimits().reason());
        Serving frozen = serving.withFreeze(Optional.of(new Freeze(call.actor(), transition.at(), why)));
        transition.replace(frozen);
        transition.about(Subject.agent().environment(environment.name()));
        transition.record("freeze", Change.to(why));
        return transition.changed(Action.FREEZE_ENVIRONMENT, agent, frozen.environment());
    }

    public static Decision<Environment> unfreeze(
            Agent agent, Serving serving, String reason, Policies policies, Call call) {
        Environment environment = serving.environment();
        AgentRules.requireEditable(agent);
        requireKnownOrTouched(environment, policies.pipelineOf(agent.kind()));
        Transition transition = Transition.of(agent, call);
        transition.about(Subject.agent().environment(environment.name()));
        if (environment.freeze().isEmpty()) {
            return transition.unchanged(Action.UNFREEZE_ENVIRONMENT, agent, environment);
        }
        String why = Texts.required("reason", reason, policies.textLimits().reason());
        Serving thawed = serving.withFreeze(Optional.empty());
        transition.replace(thawed);
        transition.record("freeze", new Change(environment.freeze().map(Freeze::reason), Optional.empty()));
        transition.record("unfreeze", Change.to(why));
        return transition.changed(Action.UNFREEZE_ENVIRONMENT, agent, thawed.environment());
    }

    /** How a move is made and accounted for, whatever it is. */
    private record Step(Action action, Cause cause, String reason, Replacing replacing, OptionalLong source) {}

    private static Decision<DeployOutcome> take(
            Agent agent, Optional<Candidate> candidate, Move move, Step step, Policies policies, Call call) {
        candidate.map(Candidate::version).ifPresent(Move::requireDeployable);
        move.requireExpected(step.replacing());
        String reason =
                Texts.optional("reason", step.reason(), policies.textLimits().reason());
        OptionalLong number = candidate.map(Candidate::number).orElse(OptionalLong.empty());
        Transition transition = Transition.of(agent, call);
        transition.about(subject(move.serving().name(), number));
        Optional<Deployment> already = move.already(number);
        if (already.isPresent()) {
            transition.about(transition.subject().deployment(already.get().number()));
            return transition.unchanged(step.action(), agent, new DeployOutcome.Unchanged(already.get()));
        }
        candidate.ifPresent(found -> move.requireNeedsMet(agent, found.version().number(), found.pair(), policies));
        Deployment deployment =
                move.make(transition, candidate.map(Candidate::version), step.cause(), reason, step.source());
        return transition.changed(step.action(), agent, new DeployOutcome.Deployed(deployment));
    }

    private static Subject subject(String environment, OptionalLong version) {
        Subject subject = Subject.agent().environment(environment);
        return version.isPresent() ? subject.version(version.getAsLong()) : subject;
    }
}
