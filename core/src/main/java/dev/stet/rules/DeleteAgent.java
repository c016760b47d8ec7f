package dev.stet.rules;

import dev.stet.access.Action;
import dev.stet.access.Change;
import dev.stet.agent.Agent;
import dev.stet.facts.Recorded;
import dev.stet.ref.AgentId;
import dev.stet.ref.AgentKey;
import java.util.Optional;

/** Deletes an agent and everything it owns but its audit trail. */
public record DeleteAgent(AgentKey key) implements ChangeOfAgent<DeleteAgent.State, AgentId> {
    /** The agent, as it is. */
    public record State(Agent agent) {}

    @Override
    public Action action() {
        return Action.DELETE_AGENT;
    }

    @Override
    public Asked asked() {
        return new Asked();
    }

    @Override
    public State needs(Agent agent, Reading reading) {
        return new State(agent);
    }

    @Override
    public Decision<AgentId> decides(State state, Call call) {
        Transition transition = Transition.of(state.agent(), call);
        transition.record("name", new Change(Optional.of(state.agent().name()), Optional.empty()));
        return transition.deleted(key.agent());
    }

    @Override
    public AgentId told(Recorded first, Reading reading) {
        return key.agent();
    }
}
