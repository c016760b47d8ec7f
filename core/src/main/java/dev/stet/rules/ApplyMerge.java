package dev.stet.rules;

import dev.stet.access.Action;
import dev.stet.agent.Agent;
import dev.stet.content.Content;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftRevision.Cause;
import dev.stet.draft.SaveOutcome;
import dev.stet.facts.Recorded;
import dev.stet.facts.StandingQuery;
import dev.stet.merge.Merge;
import dev.stet.merge.MergePlan;
import dev.stet.merge.MergePlan.Source.Latest;
import dev.stet.merge.MergePlan.Source.Other;
import dev.stet.merge.Resolutions;
import dev.stet.merge.StalePlanException;
import dev.stet.ref.AgentKey;

/** Saves what a plan to rebase or to merge comes to, as the next revision of the draft that it changes. */
public record ApplyMerge(AgentKey key, MergePlan plan, Resolutions resolutions, Policies policies)
        implements ChangeOfAgent<ApplyMerge.State, SaveOutcome> {
    /**
     * The draft and its content, as they are.
     *
     * @param now the ends of the plan, were it made now
     */
    public record State(Agent agent, Draft draft, Content before, MergeEnds now) {}

    @Override
    public Action action() {
        return plan.source() instanceof Latest ? Action.REBASE_DRAFT : Action.MERGE_DRAFT;
    }

    /** What the plan comes to says how its conflicts are resolved. */
    @Override
    public Asked asked() {
        return new Asked()
                .with("draft", plan.draft())
                .with("from", plan.source())
                .option("base", plan.base())
                .option("onto", plan.rebasedOnto())
                .with("comes to", () -> comesTo(plan.resolve(resolutions).merge()));
    }

    private static Object comesTo(Merge merge) {
        return merge instanceof Merge.Clean clean ? clean.content() : "conflicts";
    }

    @Override
    public StandingQuery sees() {
        return StandingQuery.of(key).with(plan.draft().id());
    }

    @Override
    public State needs(Agent agent, Reading reading) {
        Draft draft = reading.draft(key, plan.draft().id());
        MergeEnds now = plan.source() instanceof Other other
                ? MergeEnds.merge(reading.draft(key, other.draft().id()), draft)
                : MergeEnds.rebase(agent, draft);
        return new State(agent, draft, reading.content(key, draft), now);
    }

    @Override
    public Decision<SaveOutcome> decides(State state, Call call) {
        Draft draft = state.draft();
        DraftRules.requireChangeable(state.agent(), draft);
        if (!state.now().areThoseOf(plan)) {
            throw new StalePlanException(plan, state.now().movedSince(plan));
        }
        Content merged = MergeEnds.resolved(plan.resolve(resolutions), policies);
        Cause cause = plan.source() instanceof Latest ? Cause.REBASED : Cause.MERGED;
        return DraftRules.revise(
                state.agent(),
                draft,
                state.before(),
                Source.given(merged),
                MergeEnds.lineage(draft, plan),
                cause,
                call);
    }

    @Override
    public SaveOutcome told(Recorded first, Reading reading) {
        return DraftRules.told(key, first, reading);
    }
}
