package dev.stet;

import dev.stet.error.InvalidInputException;
import dev.stet.input.Given;
import dev.stet.ref.AgentId;
import dev.stet.ref.AgentKey;
import dev.stet.retention.RetentionOutcome;
import dev.stet.retention.RetentionPlan;
import dev.stet.retention.RetentionPolicy;
import dev.stet.rules.ApplyRetention;
import dev.stet.rules.PlanRetention;
import java.time.Instant;
import java.util.Optional;

/**
 * Drops draft revisions and archived versions of one agent, when the host asks for it: by age and number, as its
 * {@link RetentionPolicy} says, and never what is still needed. Whatever stays reads and verifies as before; revisions of config pages all stay. Thread-safe.
 *
 * <p>A version that was dropped is gone for good, and its number is never given again; its id is free. Deployments of it and
 * the audit trail stay, and name it by its number. Reading it is refused with
 * {@link dev.stet.error.NotFoundException}, whose {@link dev.stet.error.NotFoundException#dropped} tells it from a number
 * that never was; rolling back to it with {@link dev.stet.environment.RollBackException}. A change repeated under its
 * request id, whose outcome was a version or a draft revision that was dropped since, is refused the same way.
 *
 * <p>Each call reads the whole history of the agent, in pages: its versions, drafts, revisions, the deployments of the while
 * that the policy names, and how its contents are stored, without their bytes. It takes time and memory in proportion. Threads
 * of this process wait for it and it for them. Where other processes change the agent meanwhile, it begins again; after
 * the second time it keeps them away until it is done ({@link dev.stet.storage.Storage#applyAlone}).
 */
public final class Retention {
    private final Registry registry;
    private final Scope scope;
    private final AgentKey key;

    Retention(Registry registry, Scope scope, AgentId agent) {
        this.registry = registry;
        this.scope = scope;
        this.key = scope.key(agent);
    }

    /**
     * What a policy would drop, and why it would keep the rest. Nothing is written.
     *
     * @throws dev.stet.error.NotFoundException when there is no such agent
     */
    public RetentionPlan plan(RetentionPolicy policy) {
        Given.the("retention policy", policy);
        Scope reading = new Scope(scope.access(), scope.workspace(), scope.actor(), Optional.empty());
        return registry.changes().make(reading, new PlanRetention(key, policy, now()));
    }

    /**
     * Drops what a plan says, or the oldest of it where the plan says that there is {@link RetentionPlan#more}: then plan
     * again for the rest, or apply the policy itself.
     *
     * @throws dev.stet.retention.StaleRetentionException when anything about the agent was changed since
     * @throws dev.stet.error.NotFoundException when there is no such agent
     * @throws dev.stet.agent.AgentUnavailableException when the agent is archived
     * @throws InvalidInputException when the plan is that of another agent
     */
    public RetentionOutcome apply(RetentionPlan plan) {
        Given.the("retention plan", plan);
        if (!plan.agent().equals(key)) {
            throw new InvalidInputException(
                    "retention plan", "one of agent " + key, plan.agent().toString());
        }
        return registry.changes().make(scope, ApplyRetention.of(plan));
    }

    /**
     * Drops what a policy lets go, whatever that is by now: one step of at most 1,000 rows, the
     * oldest first. The outcome tells whether there is more.
     *
     * @throws dev.stet.error.NotFoundException when there is no such agent
     * @throws dev.stet.agent.AgentUnavailableException when the agent is archived
     */
    public RetentionOutcome apply(RetentionPolicy policy) {
        Given.the("retention policy", policy);
        return registry.changes().make(scope, ApplyRetention.of(key, policy, now()));
    }

    private Instant now() {
        return registry.clock().now();
    }
}
