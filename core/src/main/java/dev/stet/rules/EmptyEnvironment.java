package dev.stet.rules;

import dev.stet.access.Action;
import dev.stet.agent.Agent;
import dev.stet.environment.DeployOutcome;
import dev.stet.environment.Deployment.Cause;
import dev.stet.environment.NothingServedException;
import dev.stet.environment.Replacing;
import dev.stet.facts.Recorded;
import dev.stet.facts.StandingQuery;
import dev.stet.facts.StandingQuery.Beside;
import dev.stet.ref.AgentKey;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes an environment serve nothing, also where the pipeline has it no more. */
public record EmptyEnvironment(AgentKey key, String environment, String reason, Replacing replacing, Policies policies)
        implements ChangeOfAgent<EmptyEnvironment.State, DeployOutcome> {
    /** The environment, as it is. */
    public record State(Agent agent, Move current) {}

    @Override
    public Action action() {
        return Action.EMPTY_ENVIRONMENT;
    }

    @Override
    public Asked asked() {
        return new Asked()
                .with("environment", environment)
                .option("reason", reason)
                .option(replacing);
    }

    @Override
    public void asks(Asking asking) {
        asking.permit(action(), key, environment);
    }

    @Override
    public StandingQuery sees() {
        return StandingQuery.of(key).with(environment).with(Beside.DEPLOYMENT);
    }

    @Override
    public State needs(Agent agent, Reading reading) {
        return new State(agent, Move.in(reading.standing(sees())));
    }

    @Override
    public Decision<DeployOutcome> decides(State state, Call call) {
        AgentRules.requireEditable(state.agent());
        DeploymentRules.requireKnownOrTouched(
                state.current().environment(), policies.pipelineOf(state.agent().kind()));
        if (state.current().environment().deployment().isEmpty()) {
            throw new NothingServedException(environment, key.toString());
        }
        return new Taking(action(), Cause.EMPTIED, reason, replacing, OptionalLong.empty())
                .take(state.agent(), Optional.empty(), state.current(), policies, call);
    }

    @Override
    public DeployOutcome told(Recorded first, Reading reading) {
        return Taking.told(key, first, reading);
    }
}
