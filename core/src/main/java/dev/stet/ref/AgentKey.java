package dev.stet.ref;

import dev.stet.input.Given;

/**
 * Where an agent lives. Every stored row begins with it: one agent's rows lie together, and the agent is the natural
 * shard key.
 */
public record AgentKey(WorkspaceId workspace, AgentId agent) {
    public AgentKey {
        Given.the("workspace", workspace);
        Given.the("agent", agent);
    }

    public static AgentKey of(String workspace, String agent) {
        return new AgentKey(WorkspaceId.of(workspace), AgentId.of(agent));
    }

    /** {@code workspace/agent}, for messages. */
    @Override
    public String toString() {
        return workspace + "/" + agent;
    }
}
