package dev.stet;

import dev.stet.agent.Agent;
import dev.stet.environment.Pipeline;
import dev.stet.rules.Policies;
import dev.stet.storage.Storage;

/** What all calls of one {@link Stet} share. */
record Registry(Storage storage, Policies policies, Rows rows, Changes changes) {
    Pipeline pipelineOf(Agent agent) {
        return policies.pipelineOf(agent.kind());
    }
}
