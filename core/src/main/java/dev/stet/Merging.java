package dev.stet;

import dev.stet.access.Action;
import dev.stet.agent.Agent;
import dev.stet.content.Content;
import dev.stet.merge.Merge;
import dev.stet.merge.MergePlan;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftId;
import dev.stet.ref.Ref;
import dev.stet.rules.MergeEnds;

/** Makes the plans of merges into a draft. */
final class Merging {
    private final Registry registry;
    private final Scope scope;
    private final AgentKey key;

    Merging(Registry registry, Scope scope, AgentKey key) {
        this.registry = registry;
        this.scope = scope;
        this.key = key;
    }

    MergePlan planRebase(DraftId draft) {
        scope.permit(Action.READ, key.agent());
        return registry.rows().steady(key, () -> {
            Agent agent = registry.rows().agent(key);
            return planned(agent, MergeEnds.rebase(agent, registry.rows().draft(key, draft)));
        });
    }

    MergePlan planMerge(DraftId from, DraftId into) {
        scope.permit(Action.READ, key.agent());
        return registry.rows().steady(key, () -> {
            Agent agent = registry.rows().agent(key);
            return planned(
                    agent,
                    MergeEnds.merge(
                            registry.rows().draft(key, from), registry.rows().draft(key, into)));
        });
    }

    private MergePlan planned(Agent agent, MergeEnds ends) {
        Content base = ends.base().map(this::content).orElseGet(Content::empty);
        Content ours = content(Ref.revision(ends.draft()));
        Content theirs = content(ends.theirs());
        return ends.plan(Merge.of(base, ours, theirs, registry.policies().identitiesOf(agent.kind())));
    }

    private Content content(Ref ref) {
        return registry.rows().source(key, ref).content();
    }
}
