package dev.stet;

import dev.stet.agent.Agent;
import dev.stet.environment.Pipeline;
import dev.stet.ref.AgentKey;
import dev.stet.rules.DeploymentRules;
import dev.stet.rules.Policies;
import dev.stet.storage.JoinedStorage;
import dev.stet.storage.Serving;
import dev.stet.storage.Storage;

/** What all calls of one {@link Stet} share. */
record Registry(Storage storage, Policies policies, HostClock clock, Rows rows, Changes changes) {
    /** The same inside a transaction of the host's. */
    Registry within(JoinedStorage transaction) {
        return new Registry(transaction, policies, clock, rows.within(transaction), changes.within(transaction));
    }

    /**
     * An environment as it is. Tells one in which nothing happened yet from a name that is none; environments that the pipeline
     * once had keep what happened in them.
     */
    Serving known(Rows seen, AgentKey key, String environment) {
        Serving serving = seen.serving(key, environment);
        DeploymentRules.requireKnownOrTouched(serving.environment(), pipelineOf(serving.agent()));
        return serving;
    }

    Serving known(AgentKey key, String environment) {
        return known(rows, key, environment);
    }

    Pipeline pipelineOf(Agent agent) {
        return policies.pipelineOf(agent.kind());
    }
}
