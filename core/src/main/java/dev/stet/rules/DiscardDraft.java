package dev.stet.rules;

import dev.stet.access.Action;
import dev.stet.access.Change;
import dev.stet.access.Subject;
import dev.stet.agent.Agent;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftStatus;
import dev.stet.facts.Recorded;
import dev.stet.facts.StandingQuery;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftRef;
import java.util.Optional;

/**
 * Closes a draft without publishing it. To discard the draft of somebody else is a right of its own.
 *
 * @param expected the draft as the caller saw it
 */
public record DiscardDraft(AgentKey key, DraftRef expected) implements ChangeOfAgent<DiscardDraft.State, Draft> {
    /** The draft as it is. */
    public record State(Agent agent, Draft draft) {}

    @Override
    public Action action() {
        return Action.DISCARD_DRAFT;
    }

    @Override
    public Asked asked() {
        return new Asked().with("draft", expected);
    }

    @Override
    public StandingQuery sees() {
        return StandingQuery.of(key).with(expected.id());
    }

    @Override
    public State needs(Agent agent, Reading reading) {
        return new State(agent, reading.draft(key, expected.id()));
    }

    @Override
    public void asks(State state, Asking asking) {
        if (!state.draft().createdBy().id().equals(asking.actor().id())) {
            asking.permit(Action.DISCARD_DRAFT_OF_ANOTHER, key);
        }
    }

    @Override
    public Decision<Draft> decides(State state, Call call) {
        Draft draft = state.draft();
        DraftRules.requireChangeable(state.agent(), draft);
        DraftRules.requireSeen(draft, expected);
        Draft discarded = draft.withStatus(DraftStatus.DISCARDED);
        Transition transition = Transition.of(state.agent(), call);
        transition.close(discarded);
        transition.about(Subject.agent().draft(draft.id(), draft.revision()));
        transition.record("draft", new Change(Optional.of(draft.name()), Optional.empty()));
        return transition.changed(action(), state.agent(), discarded);
    }

    @Override
    public Draft told(Recorded first, Reading reading) {
        return reading.draft(key, expected.id());
    }
}
