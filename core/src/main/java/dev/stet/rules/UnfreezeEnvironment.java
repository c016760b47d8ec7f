package dev.stet.rules;

import dev.stet.access.Action;
import dev.stet.access.Change;
import dev.stet.access.Subject;
import dev.stet.agent.Agent;
import dev.stet.environment.Environment;
import dev.stet.environment.Freeze;
import dev.stet.facts.Recorded;
import dev.stet.facts.Serving;
import dev.stet.facts.StandingQuery;
import dev.stet.ref.AgentKey;
import java.util.Optional;

/** Lets an environment move again, also where the pipeline has it no more. */
public record UnfreezeEnvironment(AgentKey key, String environment, String reason, Policies policies)
        implements ChangeOfAgent<UnfreezeEnvironment.State, Environment> {
    /** The environment, as it is. */
    public record State(Agent agent, Serving serving) {}

    @Override
    public Action action() {
        return Action.UNFREEZE_ENVIRONMENT;
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
        Environment frozen = state.serving().environment();
        AgentRules.requireEditable(state.agent());
        DeploymentRules.requireKnownOrTouched(
                frozen, policies.pipelineOf(state.agent().kind()));
        Transition transition = Transition.of(state.agent(), call);
        transition.about(Subject.agent().environment(environment));
        if (frozen.freeze().isEmpty()) {
            return transition.unchanged(action(), state.agent(), frozen);
        }
        String why = Texts.required("reason", reason, policies.textLimits().reason());
        Serving thawed = state.serving().withFreeze(Optional.empty());
        transition.replace(thawed);
        transition.record("freeze", new Change(frozen.freeze().map(Freeze::reason), Optional.empty()));
        transition.record("unfreeze", Change.to(why));
        return transition.changed(action(), state.agent(), thawed.environment());
    }

    @Override
    public Environment told(Recorded first, Reading reading) {
        return reading.serving(key, environment).environment();
    }
}
