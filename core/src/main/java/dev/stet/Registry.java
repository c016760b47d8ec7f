package dev.stet;

import dev.stet.agent.Agent;
import dev.stet.environment.Pipeline;
import dev.stet.rules.Policies;
import dev.stet.storage.JoinedStorage;
import dev.stet.storage.Storage;

/** What all calls of one {@link Stet} share. */
record Registry(Storage storage, Policies policies, Rows rows, Changes changes) {
    /** The same inside a transaction of the host's. */
    Registry within(JoinedStorage transaction) {
        return new Registry(transaction, policies, rows.within(transaction), changes.within(transaction));
    }

    Pipeline pipelineOf(Agent agent) {
        return policies.pipelineOf(agent.kind());
    }
}
