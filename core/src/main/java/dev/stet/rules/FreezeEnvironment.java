package dev.stet.rules;

import dev.stet.access.Action;
import dev.stet.access.Change;
import dev.stet.access.Subject;
import dev.stet.agent.Agent;
import dev.stet.environment.Environment;
import dev.stet.environment.EnvironmentFrozenException;
import dev.stet.environment.Freeze;
import dev.stet.facts.Recorded;
import dev.stet.facts.Serving;
import dev.stet.facts.StandingQuery;
import dev.stet.ref.AgentKey;
import java.util.Optional;

/** Lets nothing move in an environment until it is unfrozen. */
public record FreezeEnvironment(AgentKey key, String environment, String reason, Policies policies)
        implements ChangeOfAgent<FreezeEnvironment.State, Environment> {
    /** The environment, as it is. */
    public record State(Agent agent, Serving serving) {}

    @Override
    public Action action() {
        return Action.FREEZE_ENVIRONMENT;
    }

    @Override
    public Asked asked() {
        return new Asked().with("environment", environment).option("reason", reason);
    }

    @Override
    public void asks(Asking asking) {
        asking.permit(action(), key, environment);
    }

    @Override
    public StandingQuery sees() {
        return StandingQuery.of(key).with(environment);
    }

    @Override
    public State needs(Agent agent, Reading reading) {
        return new State(agent, reading.serving(key, environment));
    }

    @Override
    public Decision<Environment> decides(State state, Call call) {
        AgentRules.requireEditable(state.agent());
        DeploymentRules.requireKnown(
                environment, policies.pipelineOf(state.agent().kind()));
        state.serving().environment().freeze().ifPresent(freeze -> {
            throw new EnvironmentFrozenException(environment, freeze);
        });
        Transition transition = Transition.of(state.agent(), call);
        String why = Texts.required("reason", reason, policies.textLimits().reason());
        Serving frozen = state.serving().withFreeze(Optional.of(new Freeze(call.actor(), transition.at(), why)));
        transition.replace(frozen);
        transition.about(Subject.agent().environment(environment));
        transition.record("freeze", Change.to(why));
        return transition.changed(action(), state.agent(), frozen.environment());
    }

    @Override
    public Environment told(Recorded first, Reading reading) {
        return reading.serving(key, environment).environment();
    }
}
