package dev.stet;

import dev.stet.agent.Agent;
import dev.stet.environment.Pipeline;
import dev.stet.facts.Facts;
import dev.stet.facts.Standing;
import dev.stet.facts.StandingQuery.Beside;
import dev.stet.ref.AgentKey;
import dev.stet.rules.DeploymentRules;
import dev.stet.rules.Policies;
import dev.stet.storage.JoinedStorage;

/** What all calls of one {@link Stet} share. */
record Registry(Facts facts, Policies policies, HostClock clock, Rows rows, Changes changes) {
    /** The same inside a transaction of the host's. */
    Registry within(JoinedStorage transaction) {
        return new Registry(
                new Facts(transaction), policies, clock, rows.within(transaction), changes.within(transaction));
    }

    /**
     * An environment as it is. Tells one in which nothing happened yet from a name that is none; environments that the pipeline
     * once had keep what happened in them.
     */
    Standing known(AgentKey key, String environment, Beside... beside) {
        return known(rows, key, environment, beside);
    }

    Standing known(Rows seen, AgentKey key, String environment, Beside... beside) {
        Standing standing = seen.standing(key, environment, beside);
        DeploymentRules.requireKnownOrTouched(
                standing.serving().orElseThrow().environment(), pipelineOf(standing.agent()));
        return standing;
    }

    Pipeline pipelineOf(Agent agent) {
        return policies.pipelineOf(agent.kind());
    }
}
