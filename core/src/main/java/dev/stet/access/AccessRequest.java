package dev.stet.access;

import dev.stet.input.Given;
import dev.stet.ref.AgentId;
import dev.stet.ref.WorkspaceId;
import java.util.Optional;

/**
 * One question to the {@link AccessPolicy}.
 *
 * @param workspace where it would happen
 * @param actor who wants it
 * @param action what they want
 * @param agent on which agent; empty for what concerns the whole workspace
 * @param environment in which environment, for what concerns one
 */
public record AccessRequest(
        WorkspaceId workspace, Actor actor, Action action, Optional<AgentId> agent, Optional<String> environment) {
    public AccessRequest {
        Given.the("workspace", workspace);
        Given.the("actor", actor);
        Given.the("action", action);
        Given.the("agent", agent);
        Given.environment(environment);
    }
}
