package dev.stet.rules;

import dev.stet.access.Action;
import dev.stet.agent.Agent;
import dev.stet.content.Content;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftLineage;
import dev.stet.draft.DraftRevision.Cause;
import dev.stet.draft.SaveOutcome;
import dev.stet.facts.Recorded;
import dev.stet.facts.StandingQuery;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftRef;
import dev.stet.ref.Ref;
import java.util.OptionalLong;

/**
 * Brings a content back into a draft, as its next revision.
 *
 * @param expected the draft as the caller saw it
 */
public record RestoreDraft(AgentKey key, DraftRef expected, Ref source, Policies policies)
        implements ChangeOfAgent<RestoreDraft.State, SaveOutcome> {
    /**
     * The draft and its content, as they are, and the content to bring back.
     *
     * @param before the draft's content
     */
    public record State(Agent agent, Draft draft, Content before, Source source) {}

    @Override
    public Action action() {
        return Action.RESTORE_DRAFT;
    }

    @Override
    public Asked asked() {
        return new Asked().with("draft", expected).with("source", source);
    }

    @Override
    public StandingQuery sees() {
        return StandingQuery.of(key).with(expected.id());
    }

    @Override
    public State needs(Agent agent, Reading reading) {
        Draft draft = reading.draft(key, expected.id());
        return new State(agent, draft, reading.content(key, draft), reading.source(key, source));
    }

    @Override
    public Decision<SaveOutcome> decides(State state, Call call) {
        Draft draft = state.draft();
        DraftRules.requireChangeable(state.agent(), draft);
        DraftRules.requireSeen(draft, expected);
        DraftRules.requireWithinLimits(state.source(), policies);
        DraftLineage from = state.source().lineage();
        OptionalLong version = from.forkedFrom().isPresent() ? OptionalLong.empty() : from.base();
        DraftLineage lineage = version.isPresent()
                ? draft.lineage().restoredFrom(version.getAsLong())
                : draft.lineage().edited();
        return DraftRules.revise(state.agent(), draft, state.before(), state.source(), lineage, Cause.RESTORED, call);
    }

    @Override
    public SaveOutcome told(Recorded first, Reading reading) {
        return DraftRules.told(key, first, reading);
    }
}
