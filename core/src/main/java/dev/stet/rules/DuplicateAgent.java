package dev.stet.rules;

import dev.stet.access.Action;
import dev.stet.agent.Agent;
import dev.stet.agent.Created;
import dev.stet.agent.Duplication;
import dev.stet.agent.NewAgent;
import dev.stet.error.InvalidInputException;
import dev.stet.ref.AgentKey;
import dev.stet.ref.Origin;
import dev.stet.ref.Ref;

/**
 * Creates an agent with a history of its own from one content of another.
 *
 * @param from the agent to copy from
 * @param key the id that the copy gets, which is that of the command, or one made for it
 */
public record DuplicateAgent(AgentKey from, AgentKey key, Duplication duplication, Policies policies)
        implements Creation<DuplicateAgent.State> {
    /** The agent to copy from, and the content to begin with. */
    public record State(Agent original, Source source) {}

    @Override
    public Asked asked() {
        return new Asked()
                .with("workspace", from.workspace())
                .with("source", from.agent())
                .with("content", duplication.ref())
                .with("name", duplication.name());
    }

    @Override
    public void asks(Asking asking) {
        asking.permit(Action.READ, from);
        asking.permit(action(), key);
    }

    @Override
    public State needs(Reading reading) {
        return reading.steady(from, () -> {
            Agent original = reading.agent(from);
            Ref ref = fixed(reading);
            return new State(original, reading.source(from, ref).duplicatedFrom(new Origin(from, ref)));
        });
    }

    @Override
    public Decision<Created> decides(State state, Call call) {
        Agent original = state.original();
        NewAgent copy = NewAgent.named(duplication.name())
                .description(original.description())
                .kind(original.kind())
                .tags(original.tags())
                .content(state.source().content());
        return AgentRules.create(key, copy, state.source(), policies, call);
    }

    /** A draft is duplicated as it is at this moment: at a revision. */
    private Ref fixed(Reading reading) {
        Ref ref = duplication.ref();
        if (ref instanceof Ref.OfContent) {
            throw new InvalidInputException("content to duplicate", "that of a version or a draft", "a given content");
        }
        return ref instanceof Ref.OfDraft draft
                ? Ref.revision(reading.draft(from, draft.id()).ref())
                : ref;
    }
}
