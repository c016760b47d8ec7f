package dev.stet.rules;

import dev.stet.agent.Agent;
import dev.stet.content.Content;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftLineage;
import dev.stet.error.NotFoundException;
import dev.stet.merge.Merge;
import dev.stet.merge.Merge.Clean;
import dev.stet.merge.MergeConflictException;
import dev.stet.merge.MergePlan;
import dev.stet.merge.MergePlan.Source;
import dev.stet.ref.DraftRef;
import dev.stet.ref.Ref;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * The ends of a merge, before their contents are looked at: what is brought into a draft from where, and on which base.
 *
 * @param draft the draft that is to change
 * @param source what is brought into it
 * @param base what both were made of; empty where that is nothing
 * @param rebasedOnto what the draft builds on after that
 */
public record MergeEnds(DraftRef draft, Source source, Optional<Ref> base, OptionalLong rebasedOnto) {
    /** A draft onto the latest version: what came since its base is brought into it. */
    public static MergeEnds rebase(Agent agent, Draft draft) {
        long latest = agent.head().latestVersion();
        if (latest == 0) {
            throw new NotFoundException("version to rebase onto", "agent " + agent.key());
        }
        return new MergeEnds(
                draft.ref(),
                new Source.Latest(latest),
                draft.base().isPresent() ? Optional.of(Ref.version(draft.base().getAsLong())) : Optional.empty(),
                OptionalLong.of(latest));
    }

    /**
     * One draft into another. Their base is the revision at which one was opened from the other, or, of two opened from a
     * third, the earlier of the revisions they were opened from; otherwise the older of the versions they build on. What
     * builds on the newer version holds what came before it, so after that both do.
     */
    public static MergeEnds merge(Draft from, Draft into) {
        OptionalLong newest =
                LongStream.concat(from.base().stream(), into.base().stream()).max();
        return new MergeEnds(into.ref(), new Source.Other(from.ref()), base(from, into), newest);
    }

    private static Optional<Ref> base(Draft from, Draft into) {
        Optional<DraftRef> ofFrom = from.lineage().forkedFrom();
        Optional<DraftRef> ofInto = into.lineage().forkedFrom();
        if (ofFrom.isPresent() && ofFrom.get().id().equals(into.id())) {
            return ofFrom.map(Ref::revision);
        }
        if (ofInto.isPresent() && ofInto.get().id().equals(from.id())) {
            return ofInto.map(Ref::revision);
        }
        if (ofFrom.isPresent()
                && ofInto.isPresent()
                && ofFrom.get().id().equals(ofInto.get().id())) {
            boolean fromFirst = ofFrom.get().revision() <= ofInto.get().revision();
            return (fromFirst ? ofFrom : ofInto).map(Ref::revision);
        }
        return from.base().isPresent() && into.base().isPresent()
                ? Optional.of(Ref.version(
                        Math.min(from.base().getAsLong(), into.base().getAsLong())))
                : Optional.empty();
    }

    public MergePlan plan(Merge merge) {
        return new MergePlan(draft, source, base, rebasedOnto, merge);
    }

    /** What is brought in. */
    public Ref theirs() {
        return source instanceof Source.Other other
                ? Ref.revision(other.draft())
                : Ref.version(((Source.Latest) source).version());
    }

    boolean areThoseOf(MergePlan plan) {
        return draft.equals(plan.draft()) && source.equals(plan.source()) && rebasedOnto.equals(plan.rebasedOnto());
    }

    /** How these differ from those that a plan was made on. */
    String movedSince(MergePlan plan) {
        if (!draft.equals(plan.draft())) {
            return "the draft is at revision " + draft.revision() + " by now";
        }
        return source.equals(plan.source())
                ? "one of the drafts builds on another version by now"
                : "there is " + source + " by now";
    }

    /** The lineage of a draft once a plan was applied to it. */
    static DraftLineage lineage(Draft draft, MergePlan plan) {
        return draft.lineage().edited().withBase(plan.rebasedOnto());
    }

    /** What a plan comes to, where nothing is left to decide. */
    static Content resolved(MergePlan plan, Policies policies) {
        if (plan.merge() instanceof Clean clean) {
            policies.contentLimits().check(clean.content());
            return clean.content();
        }
        throw new MergeConflictException(plan);
    }
}
