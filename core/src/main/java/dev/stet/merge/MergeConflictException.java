package dev.stet.merge;

import dev.stet.error.StetException;

/**
 * Two sides made different things of the same places, and nobody has decided. Nothing was written. Resolve the
 * {@link Merge#conflicts() conflicts} and apply the plan with the resolutions.
 */
public final class MergeConflictException extends StetException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 5;

    private final transient MergePlan plan;

    /** @param plan a plan whose merge is conflicted */
    public MergeConflictException(MergePlan plan) {
        super("To bring " + plan.source() + " into draft " + plan.draft()
                + ", both sides must not have changed the same"
                + " places, but they did so in " + plan.merge().conflicts().size() + ": " + shown(plan.merge())
                + ". Say how each is resolved, and apply the plan with that.");
        this.plan = plan;
    }

    /** What was to be done, with the conflicts that are left. */
    public MergePlan plan() {
        return plan;
    }

    private static String shown(Merge merge) {
        String first = String.join(
                ", ",
                merge.conflicts().stream().limit(SHOWN).map(Conflict::toString).toList());
        return merge.conflicts().size() > SHOWN ? first + ", …" : first;
    }
}
