package dev.stet.rules;

import dev.stet.agent.Agent;
import java.util.Optional;

/** A {@link Verb} about an agent that must be there. */
public interface ChangeOfAgent<S, R> extends Verb<S, R> {
    @Override
    default S needs(Optional<Agent> agent, Reading reading) {
        return needs(agent.orElseThrow(() -> AgentRules.none(key())), reading);
    }

    /** Gathers the facts that it decides on. */
    S needs(Agent agent, Reading reading);
}
