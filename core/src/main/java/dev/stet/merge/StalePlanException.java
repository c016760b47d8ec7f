package dev.stet.merge;

import dev.stet.error.StetException;

/** What a merge plan was made on has moved since. Nothing was written. Plan again. */
public final class StalePlanException extends StetException {
    private static final long serialVersionUID = 1L;

    private final transient MergePlan plan;

    /** @param moved what is not as the plan saw it, and how it is: {@code "the latest version is 5 by now"} */
    public StalePlanException(MergePlan plan, String moved) {
        super("The plan to bring " + plan.source() + " into draft " + plan.draft()
                + " must be applied to what it was made on, but " + moved
                + ". Plan again, and look at what it says then.");
        this.plan = plan;
    }

    /** The plan that is out of date. */
    public MergePlan plan() {
        return plan;
    }
}
