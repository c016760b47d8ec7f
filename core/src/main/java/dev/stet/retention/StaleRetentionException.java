package dev.stet.retention;

import dev.stet.error.StetException;

/** The agent has changed since the retention plan was made. Nothing was dropped. Plan again, and look at what it says then. */
public final class StaleRetentionException extends StetException {
    private static final long serialVersionUID = 1L;

    private final transient RetentionPlan plan;
    private final long actualHead;

    public StaleRetentionException(RetentionPlan plan, long actualHead) {
        super("The retention plan for agent " + plan.agent() + " must be applied to what it was made on, head revision "
                + plan.head() + ", but the agent is at " + actualHead
                + " by now. Plan again, and look at what it says then; or apply the policy itself.");
        this.plan = plan;
        this.actualHead = actualHead;
    }

    /** The plan that is out of date. */
    public RetentionPlan plan() {
        return plan;
    }

    /** The revision of the agent's head as it is. */
    public long actualHead() {
        return actualHead;
    }
}
