package dev.stet.rules;

import dev.stet.access.Action;
import dev.stet.access.Change;
import dev.stet.access.Subject;
import dev.stet.agent.Agent;
import dev.stet.draft.Draft;
import dev.stet.facts.Recorded;
import dev.stet.facts.StandingQuery;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftId;

/** Gives a draft another name. The name is no content: this makes no revision. */
public record RenameDraft(AgentKey key, DraftId draft, String name, Policies policies)
        implements ChangeOfAgent<RenameDraft.State, Draft> {
    /** The draft as it is. */
    public record State(Agent agent, Draft draft) {}

    @Override
    public Action action() {
        return Action.RENAME_DRAFT;
    }

    @Override
    public Asked asked() {
        return new Asked().with("draft", draft).with("name", name);
    }

    @Override
    public StandingQuery sees() {
        return StandingQuery.of(key).with(draft);
    }

    @Override
    public State needs(Agent agent, Reading reading) {
        return new State(agent, reading.draft(key, draft));
    }

    @Override
    public Decision<Draft> decides(State state, Call call) {
        Draft before = state.draft();
        DraftRules.requireChangeable(state.agent(), before);
        Draft renamed = before.withName(
                Texts.required("draft name", name, policies.textLimits().name()));
        Transition transition = Transition.of(state.agent(), call);
        transition.about(Subject.agent().draft(before.id(), before.revision()));
        if (renamed.equals(before)) {
            return transition.unchanged(action(), state.agent(), before);
        }
        transition.replace(renamed);
        transition.record("name", Change.of(before.name(), name));
        return transition.changed(action(), state.agent(), renamed);
    }

    @Override
    public Draft told(Recorded first, Reading reading) {
        return reading.draft(key, draft);
    }
}
