package dev.stet;

import dev.stet.access.Action;
import dev.stet.agent.Agent;
import dev.stet.content.Content;
import dev.stet.draft.Draft;
import dev.stet.draft.SaveOutcome;
import dev.stet.error.NotFoundException;
import dev.stet.merge.Merge;
import dev.stet.merge.MergePlan;
import dev.stet.merge.MergePlan.Source;
import dev.stet.merge.Resolutions;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftId;
import dev.stet.ref.Ref;
import dev.stet.rules.Call;
import dev.stet.rules.Decision;
import dev.stet.rules.MergeRules;
import dev.stet.rules.MergeRules.Ends;

/** Loads what a merge into a draft touches. */
final class Merging {
    private final Registry registry;
    private final Scope scope;
    private final AgentKey key;

    Merging(Registry registry, Scope scope, AgentKey key) {
        this.registry = registry;
        this.scope = scope;
        this.key = key;
    }

    static Action action(MergePlan plan) {
        return plan.source() instanceof Source.Latest ? Action.REBASE_DRAFT : Action.MERGE_DRAFT;
    }

    /** What the plan comes to says how its conflicts are resolved. */
    static Asked asked(MergePlan plan, Resolutions resolutions) {
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

    MergePlan planRebase(DraftId draft) {
        scope.permit(Action.READ, key.agent());
        return registry.rows().steady(key, () -> {
            Agent agent = registry.rows().agent(key);
            return planned(agent, rebase(agent, registry.rows().draft(key, draft)));
        });
    }

    MergePlan planMerge(DraftId from, DraftId into) {
        scope.permit(Action.READ, key.agent());
        return registry.rows().steady(key, () -> {
            Agent agent = registry.rows().agent(key);
            return planned(
                    agent,
                    MergeRules.merge(
                            registry.rows().draft(key, from), registry.rows().draft(key, into)));
        });
    }

    Decision<SaveOutcome> applied(Agent agent, Rows rows, MergePlan plan, Resolutions resolutions, Call call) {
        Draft draft = rows.draft(key, plan.draft().id());
        Ends now = plan.source() instanceof Source.Other other
                ? MergeRules.merge(rows.draft(key, other.draft().id()), draft)
                : rebase(agent, draft);
        Content before = rows.content(key, draft);
        return MergeRules.apply(agent, draft, before, now, plan, resolutions, registry.policies(), call);
    }

    private Ends rebase(Agent agent, Draft draft) {
        long latest = agent.head().latestVersion();
        if (latest == 0) {
            throw new NotFoundException("version to rebase onto", "agent " + key);
        }
        return MergeRules.rebase(draft, latest);
    }

    private MergePlan planned(Agent agent, Ends ends) {
        Content base = ends.base().map(this::content).orElseGet(Content::empty);
        Content ours = content(Ref.revision(ends.draft()));
        Content theirs = content(ends.theirs());
        return ends.plan(Merge.of(base, ours, theirs, registry.policies().identitiesOf(agent.kind())));
    }

    private Content content(Ref ref) {
        return registry.rows().source(key, ref).content();
    }
}
