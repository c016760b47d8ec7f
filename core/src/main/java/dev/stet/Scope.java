package dev.stet;

import dev.stet.access.AccessDeniedException;
import dev.stet.access.AccessPolicy;
import dev.stet.access.AccessRequest;
import dev.stet.access.Action;
import dev.stet.access.Actor;
import dev.stet.input.Given;
import dev.stet.ref.AgentId;
import dev.stet.ref.AgentKey;
import dev.stet.ref.RequestId;
import dev.stet.ref.WorkspaceId;
import dev.stet.rules.Asking;
import java.util.Optional;

/** In which workspace, by whom and on which request of the host's a call is made. */
record Scope(AccessPolicy access, WorkspaceId workspace, Actor actor, Optional<RequestId> request) implements Asking {
    @Override
    public void permit(Action action, AgentKey agent) {
        permit(action, agent.workspace(), Optional.of(agent.agent()), Optional.empty());
    }

    @Override
    public void permit(Action action, AgentKey agent, String environment) {
        permit(action, agent.workspace(), Optional.of(agent.agent()), Given.chosen("environment name", environment));
    }

    AgentKey key(AgentId agent) {
        return new AgentKey(workspace, Given.the("agent id", agent));
    }

    void permit(Action action, AgentId agent) {
        permit(action, Given.chosen("agent id", agent), Optional.empty());
    }

    void permit(Action action, AgentId agent, String environment) {
        permit(action, Given.chosen("agent id", agent), Given.chosen("environment name", environment));
    }

    boolean allows(Action action, AgentId agent, String environment) {
        return access.allows(new AccessRequest(workspace, actor, action, Optional.of(agent), Optional.of(environment)));
    }

    void permit(Action action, Optional<AgentId> agent, Optional<String> environment) {
        permit(action, workspace, agent, environment);
    }

    private void permit(Action action, WorkspaceId where, Optional<AgentId> agent, Optional<String> environment) {
        AccessRequest asked = new AccessRequest(where, actor, action, agent, environment);
        if (!access.allows(asked)) {
            throw new AccessDeniedException(asked);
        }
    }
}
