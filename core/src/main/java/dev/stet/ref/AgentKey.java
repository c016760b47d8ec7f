package dev.stet.ref;

/**
 * Where an agent lives. Every stored row begins with it: one agent's rows lie together, and the agent is the natural
 * shard key.
 */
public record AgentKey(WorkspaceId workspace, AgentId agent) {
    public static AgentKey of(String workspace, String agent) {
        return new AgentKey(WorkspaceId.of(workspace), AgentId.of(agent));
    }

    /** {@code workspace/agent}, for messages. */
    @Override
    public String toString() {
        return workspace + "/" + agent;
    }
}
