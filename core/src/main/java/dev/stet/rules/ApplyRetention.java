package dev.stet.rules;

import dev.stet.access.Action;
import dev.stet.access.Change;
import dev.stet.agent.Agent;
import dev.stet.facts.Receipt;
import dev.stet.facts.Recorded;
import dev.stet.ref.AgentKey;
import dev.stet.retention.RetentionOutcome;
import dev.stet.retention.RetentionPlan;
import dev.stet.retention.RetentionPolicy;
import dev.stet.retention.StaleRetentionException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Drops what a policy lets go, or the oldest of it where that is more than one step takes.
 *
 * @param plan what the caller saw beforehand; empty to drop whatever it is by now
 * @param now what the clock says
 */
public record ApplyRetention(AgentKey key, RetentionPolicy policy, Optional<RetentionPlan> plan, Instant now)
        implements ChangeOfAgent<PlanRetention.State, RetentionOutcome> {
    /** What a plan says. */
    public static ApplyRetention of(RetentionPlan plan) {
        return new ApplyRetention(plan.agent(), plan.policy(), Optional.of(plan), plan.at());
    }

    /** Whatever a policy lets go by now. */
    public static ApplyRetention of(AgentKey key, RetentionPolicy policy, Instant now) {
        return new ApplyRetention(key, policy, Optional.empty(), now);
    }

    @Override
    public Action action() {
        return Action.APPLY_RETENTION;
    }

    @Override
    public Asked asked() {
        return new Asked()
                .option("revisions", policy.revisions())
                .option("archived", policy.archived())
                .with("served within", policy.servedWithin())
                .option("head", plan.map(RetentionPlan::head))
                .option("at", plan.map(RetentionPlan::at));
    }

    /** Ages are told as the plan told them. Where that is stale, it is refused before all of the history is read. */
    @Override
    public PlanRetention.State needs(Agent agent, Reading reading) {
        plan.ifPresent(seen -> requireSeen(agent, seen));
        Instant at = plan.map(RetentionPlan::at).orElseGet(() -> Stamp.ofAges(agent.head(), now));
        return PlanRetention.State.of(agent, policy, at, reading);
    }

    @Override
    public Decision<RetentionOutcome> decides(PlanRetention.State state, Call call) {
        Agent agent = state.history().agent();
        AgentRules.requireEditable(agent);
        Sorted.Step step = new Sorted(state.history(), policy, state.at()).step();
        RetentionOutcome outcome = step.outcome();
        Transition transition = Transition.of(agent, call);
        transition.leave(new Receipt.OfRetention(outcome));
        if (step.removed().size() == 0) {
            return transition.unchanged(action(), agent, outcome);
        }
        transition.remove(step.removed());
        transition.record("versions", gone(outcome.versions()));
        transition.record("version numbers", gone(ranges(step.removed().versions())));
        transition.record("draft revisions", gone(outcome.revisions()));
        transition.record("contents", gone(outcome.contents()));
        transition.record("bytes", gone(outcome.bytes()));
        transition.record("more to go", Change.to(outcome.more()));
        return transition.changed(action(), agent, outcome);
    }

    @Override
    public RetentionOutcome told(Recorded first, Reading reading) {
        return ((Receipt.OfRetention) first.receipt()).outcome();
    }

    private static void requireSeen(Agent agent, RetentionPlan plan) {
        if (agent.head().revision() != plan.head()) {
            throw new StaleRetentionException(plan, agent.head().revision());
        }
    }

    private static Change gone(Object what) {
        return new Change(Optional.of(what.toString()), Optional.empty());
    }

    /** Rising numbers in short: {@code "1-7, 9"}. */
    private static String ranges(List<Long> numbers) {
        StringBuilder text = new StringBuilder();
        for (int first = 0; first < numbers.size(); ) {
            int last = first;
            while (last + 1 < numbers.size() && numbers.get(last + 1) == numbers.get(last) + 1) {
                last++;
            }
            text.append(text.isEmpty() ? "" : ", ").append(numbers.get(first));
            text.append(last > first ? "-" + numbers.get(last) : "");
            first = last + 1;
        }
        return text.toString();
    }
}
