package dev.stet.rules;

import dev.stet.access.Action;
import dev.stet.agent.Agent;
import dev.stet.environment.DeployOutcome;
import dev.stet.environment.Deployment;
import dev.stet.environment.Deployment.Cause;
import dev.stet.environment.RollBack;
import dev.stet.environment.RollBack.Target;
import dev.stet.environment.RollBackException;
import dev.stet.facts.Recorded;
import dev.stet.facts.Standing;
import dev.stet.facts.StandingQuery;
import dev.stet.ref.AgentKey;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes an environment serve again what it served before. */
public record RollBackEnvironment(AgentKey key, RollBack rollBack, Policies policies)
        implements ChangeOfAgent<RollBackEnvironment.State, DeployOutcome> {
    /**
     * The environment as it is, and where it is to go back to.
     *
     * @param earlier the deployment to go back to
     * @param candidate the version which that deployed; empty where it deployed none, or that is there no more
     */
    public record State(Agent agent, Move current, Deployment earlier, Optional<Candidate> candidate) {}

    @Override
    public Action action() {
        return Action.ROLL_BACK;
    }

    @Override
    public Asked asked() {
        Asked asked = new Asked()
                .with("environment", rollBack.environment())
                .option("reason", rollBack.reason())
                .option(rollBack.replacing());
        if (rollBack.target() instanceof Target.Numbered numbered) {
            return asked.with("deployment", numbered.deployment());
        }
        return rollBack.target() instanceof Target.Version version ? asked.with("version", version.number()) : asked;
    }

    @Override
    public void asks(Asking asking) {
        asking.permit(action(), key, rollBack.environment());
    }

    @Override
    public StandingQuery sees() {
        return Move.sees(StandingQuery.of(key), rollBack.environment(), policies);
    }

    @Override
    public State needs(Agent agent, Reading reading) {
        DeploymentRules.requireKnown(rollBack.environment(), policies.pipelineOf(agent.kind()));
        Standing current = reading.standing(sees());
        Deployment earlier = earlier(current.deployment(), reading);
        return new State(agent, Move.in(current), earlier, Candidate.of(agent, earlier, current, policies, reading));
    }

    @Override
    public Decision<DeployOutcome> decides(State state, Call call) {
        Deployment earlier = state.earlier();
        if (earlier.version().isPresent() && state.candidate().isEmpty()) {
            throw RollBackException.dropped(earlier);
        }
        AgentRules.requireEditable(state.agent());
        if (!earlier.environment().equals(rollBack.environment())) {
            throw refused("deployment " + earlier.number() + " was made in '" + earlier.environment() + "'");
        }
        if (earlier.version().isEmpty()) {
            throw refused("deployment " + earlier.number() + " emptied the environment");
        }
        return new Taking(action(), Cause.ROLLED_BACK, rollBack.reason(), rollBack.replacing(), origin(earlier))
                .take(state.agent(), state.candidate(), state.current(), policies, call);
    }

    @Override
    public DeployOutcome told(Recorded first, Reading reading) {
        return Taking.told(key, first, reading);
    }

    private Deployment earlier(Optional<Deployment> active, Reading reading) {
        if (rollBack.target() instanceof Target.Numbered numbered) {
            return reading.deployment(key, numbered.deployment());
        }
        if (rollBack.target() instanceof Target.Version version) {
            return reading.findLastDeploymentOf(key, version.number(), rollBack.environment())
                    .orElseThrow(() -> refused("it never served version " + version.number()));
        }
        return before(active.orElseThrow(() -> refused("nothing was ever deployed there")), reading);
    }

    /** One step back: from the active deployment, or, where that is a rollback itself, from the one it went back to. */
    private Deployment before(Deployment active, Reading reading) {
        long step = origin(active).orElseThrow();
        Deployment left = step == active.number() ? active : reading.deployment(key, step);
        long previous = left.replaced().orElseThrow(() -> refused("deployment " + left.number() + " was its first"));
        return reading.deployment(key, previous);
    }

    /** A deployment, or, of a rollback, the one that it went back to. */
    private static OptionalLong origin(Deployment deployment) {
        return deployment.cause() == Cause.ROLLED_BACK ? deployment.source() : OptionalLong.of(deployment.number());
    }

    private RollBackException refused(String found) {
        return new RollBackException(rollBack.environment(), found);
    }
}
