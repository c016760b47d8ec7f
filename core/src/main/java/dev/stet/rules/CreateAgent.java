package dev.stet.rules;

import dev.stet.agent.Created;
import dev.stet.agent.NewAgent;
import dev.stet.ref.AgentKey;
import java.util.TreeSet;

/**
 * Creates an agent together with its first draft.
 *
 * @param key the id it gets, which is that of the command, or one made for it
 */
public record CreateAgent(AgentKey key, NewAgent agent, Policies policies) implements Creation<CreateAgent.State> {
    /** Nothing: that there is no such agent is all that it takes. */
    public record State() {}

    @Override
    public Asked asked() {
        return new Asked()
                .with("name", agent.name())
                .option("description", agent.description())
                .option("kind", agent.kind())
                .with("tags", new TreeSet<>(agent.tags()))
                .with("content", agent.content())
                .with("draft name", agent.draftName());
    }

    @Override
    public State needs(Reading reading) {
        return new State();
    }

    @Override
    public Decision<Created> decides(State state, Call call) {
        return AgentRules.create(key, agent, Source.given(agent.content()), policies, call);
    }
}
