package dev.stet.rules;

import dev.stet.access.Action;
import dev.stet.agent.Agent;
import dev.stet.environment.DeployOutcome;
import dev.stet.environment.Deployment;
import dev.stet.environment.Deployment.Cause;
import dev.stet.environment.Environment;
import dev.stet.environment.NothingServedException;
import dev.stet.environment.Pipeline;
import dev.stet.environment.PipelineException;
import dev.stet.environment.Promote;
import dev.stet.environment.Promote.Source;
import dev.stet.environment.StaleDeploymentException;
import dev.stet.error.NotFoundException;
import dev.stet.facts.Recorded;
import dev.stet.facts.Standing;
import dev.stet.facts.StandingQuery;
import dev.stet.facts.StandingQuery.Beside;
import dev.stet.ref.AgentKey;
import java.util.Optional;
import java.util.OptionalLong;

/** Takes the version that one environment serves over to a later one. */
public record PromoteDeployment(AgentKey key, Promote promote, Policies policies)
        implements ChangeOfAgent<PromoteDeployment.State, DeployOutcome> {
    /**
     * What is promoted, and where to.
     *
     * @param promoted the deployment to promote
     * @param from the environment that it was made in, as it is
     * @param target where to, as it is; empty where the pipeline has no such environment
     * @param candidate the version that was deployed; empty where none was, it is there no more, or has nowhere to go
     */
    public record State(
            Agent agent, Deployment promoted, Environment from, Optional<Move> target, Optional<Candidate> candidate) {}

    /** What is promoted, as it was found. */
    private record Origin(Deployment deployment, Environment environment) {}

    @Override
    public Action action() {
        return Action.PROMOTE;
    }

    @Override
    public Asked asked() {
        Asked source = promote.source() instanceof Source.Numbered numbered
                ? new Asked().with("deployment", numbered.deployment())
                : new Asked().with("active in", active().orElseThrow());
        return source.option("environment", promote.target())
                .option("even if replaced", promote.evenIfReplaced())
                .option("reason", promote.reason())
                .option(promote.replacing());
    }

    @Override
    public void asks(Asking asking) {
        active().ifPresentOrElse(
                        environment -> asking.permit(Action.READ, key, environment),
                        () -> asking.permit(Action.READ, key));
        promote.target().ifPresent(target -> asking.permit(action(), key, target));
    }

    @Override
    public StandingQuery sees() {
        StandingQuery agent = StandingQuery.of(key);
        return active().map(environment ->
                        agent.with(environment).with(Beside.DEPLOYMENT).with(Beside.VERSION))
                .orElse(agent);
    }

    /**
     * Judges nothing about a deployment that is given by its number: whether its environment may be read is asked afterwards,
     * and nobody who may not is to learn from another refusal what happened there.
     */
    @Override
    public State needs(Agent agent, Reading reading) {
        Pipeline pipeline = policies.pipelineOf(agent.kind());
        Origin origin = origin(pipeline, reading);
        Optional<Standing> target = target(origin.environment(), pipeline)
                .filter(pipeline::has)
                .map(name -> reading.standing(Move.sees(StandingQuery.of(key), name, policies)));
        return new State(
                agent,
                origin.deployment(),
                origin.environment(),
                target.map(Move::in),
                target.flatMap(to -> Candidate.of(agent, origin.deployment(), to, policies, reading)));
    }

    @Override
    public void asks(State state, Asking asking) {
        if (active().isEmpty()) {
            asking.permit(Action.READ, key, state.from().name());
        }
        if (promote.target().isEmpty()) {
            state.target()
                    .ifPresent(target ->
                            asking.permit(action(), key, target.environment().name()));
        }
    }

    @Override
    public Decision<DeployOutcome> decides(State state, Call call) {
        requireWay(state.from(), policies.pipelineOf(state.agent().kind()));
        OptionalLong version = state.promoted().version();
        if (version.isPresent() && state.candidate().isEmpty()) {
            throw NotFoundException.dropped("version " + version.getAsLong(), "agent " + key);
        }
        AgentRules.requireEditable(state.agent());
        OptionalLong number = OptionalLong.of(state.promoted().number());
        if (!promote.evenIfReplaced() && !state.from().deployment().equals(number)) {
            throw new StaleDeploymentException("deployment " + state.promoted().number(), state.from());
        }
        if (version.isEmpty()) {
            throw new NothingServedException(state.from().name(), key.toString());
        }
        return new Taking(action(), Cause.PROMOTED, promote.reason(), promote.replacing(), number)
                .take(state.agent(), state.candidate(), state.target().orElseThrow(), policies, call);
    }

    @Override
    public DeployOutcome told(Recorded first, Reading reading) {
        return Taking.told(key, first, reading);
    }

    /** The environment whose active deployment is promoted, where that is not given by its number. */
    private Optional<String> active() {
        return promote.source() instanceof Source.ActiveIn active
                ? Optional.of(active.environment())
                : Optional.empty();
    }

    private Origin origin(Pipeline pipeline, Reading reading) {
        if (promote.source() instanceof Source.Numbered numbered) {
            Deployment deployment = reading.deployment(key, numbered.deployment());
            return new Origin(
                    deployment, reading.serving(key, deployment.environment()).environment());
        }
        String active = active().orElseThrow();
        DeploymentRules.requireKnown(active, pipeline);
        Standing standing = reading.standing(sees());
        return new Origin(
                standing.deployment().orElseThrow(() -> new NothingServedException(active, key.toString())),
                standing.serving().orElseThrow().environment());
    }

    /** Where the promotion leads, as far as there is anything. */
    private Optional<String> target(Environment from, Pipeline pipeline) {
        return promote.target().or(() -> pipeline.next(from.name()));
    }

    /** Refuses a promotion that does not lead to the next environment, or to a later one where the pipeline allows that. */
    private void requireWay(Environment from, Pipeline pipeline) {
        DeploymentRules.requireKnown(from.name(), pipeline);
        String to = target(from, pipeline).orElseThrow(() -> PipelineException.noNext(from.name(), pipeline));
        DeploymentRules.requireKnown(to, pipeline);
        int distance =
                pipeline.environments().indexOf(to) - pipeline.environments().indexOf(from.name());
        if (distance < 1) {
            throw PipelineException.backwards(from.name(), to, pipeline);
        }
        if (distance > 1 && !pipeline.skipping()) {
            throw PipelineException.skipping(from.name(), to, pipeline);
        }
    }
}
