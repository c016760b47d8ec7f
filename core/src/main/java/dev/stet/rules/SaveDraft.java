package dev.stet.rules;

import dev.stet.access.Action;
import dev.stet.agent.Agent;
import dev.stet.content.Content;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftRevision.Cause;
import dev.stet.draft.Edit;
import dev.stet.draft.SaveOutcome;
import dev.stet.facts.Recorded;
import dev.stet.facts.StandingQuery;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import java.util.Optional;

/**
 * Saves an edit as a draft's next revision.
 *
 * @param expected the draft as the caller saw it; empty to save over whatever is there
 */
public record SaveDraft(AgentKey key, DraftId draft, Optional<DraftRef> expected, Edit edit, Policies policies)
        implements ChangeOfAgent<SaveDraft.State, SaveOutcome> {
    /** The draft and its content, as they are. */
    public record State(Agent agent, Draft draft, Content before) {}

    @Override
    public Action action() {
        return Action.SAVE_DRAFT;
    }

    @Override
    public Asked asked() {
        return new Asked()
                .with("draft", draft)
                .option("expected", expected.map(DraftRef::revision))
                .with("edit", edit);
    }

    @Override
    public StandingQuery sees() {
        return StandingQuery.of(key).with(draft);
    }

    @Override
    public State needs(Agent agent, Reading reading) {
        Draft found = reading.draft(key, draft);
        return new State(agent, found, reading.content(key, found));
    }

    @Override
    public Decision<SaveOutcome> decides(State state, Call call) {
        DraftRules.requireChangeable(state.agent(), state.draft());
        expected.ifPresent(seen -> DraftRules.requireSeen(state.draft(), seen));
        Content after = edit.applyTo(state.before(), policies.contentLimits());
        policies.contentLimits().check(after);
        return DraftRules.revise(
                state.agent(),
                state.draft(),
                state.before(),
                Source.given(after),
                state.draft().lineage().edited(),
                Cause.SAVED,
                call);
    }

    @Override
    public SaveOutcome told(Recorded first, Reading reading) {
        return DraftRules.told(key, first, reading);
    }
}
