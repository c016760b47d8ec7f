package dev.stet.rules;

import dev.stet.access.Action;
import dev.stet.agent.Agent;
import dev.stet.agent.AgentIdTakenException;
import dev.stet.agent.Created;
import dev.stet.facts.Recorded;
import java.util.Optional;

/** A {@link Verb} that makes an agent, with its first draft, where none is. */
public interface Creation<S> extends Verb<S, Created> {
    @Override
    default Action action() {
        return Action.CREATE_AGENT;
    }

    @Override
    default S needs(Optional<Agent> agent, Reading reading) {
        if (agent.isPresent()) {
            throw new AgentIdTakenException(key());
        }
        return needs(reading);
    }

    /** Gathers the facts that it decides on. */
    S needs(Reading reading);

    @Override
    default Created told(Recorded first, Reading reading) {
        return new Created(reading.agent(key()), reading.draft(key(), first.draft()));
    }
}
