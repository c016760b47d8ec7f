package dev.stet.agent;

import dev.stet.input.Given;
import dev.stet.ref.AgentId;
import dev.stet.ref.Ref;
import dev.stet.ref.WorkspaceId;
import java.util.Optional;

/**
 * A copy of one content of an agent as a new agent with a history of its own. Description, kind and tags come along;
 * versions, deployments and the audit trail do not.
 *
 * @param source the agent to copy from
 * @param ref which of its contents: a version, or a draft
 * @param name the new agent's name
 * @param workspace where the new agent goes; the workspace of the call when empty
 * @param id the new agent's id; generated when empty
 */
public record Duplication(AgentId source, Ref ref, String name, Optional<WorkspaceId> workspace, Optional<AgentId> id) {
    public Duplication {
        Given.the("agent to duplicate", source);
        Given.the("content to duplicate", ref);
        Given.text("agent name", name);
        Given.the("workspace", workspace);
        Given.the("agent id", id);
    }

    public static Duplication of(AgentId source, Ref ref, String name) {
        return new Duplication(source, ref, name, Optional.empty(), Optional.empty());
    }

    public Duplication into(WorkspaceId other) {
        return new Duplication(source, ref, name, Given.chosen("workspace", other), id);
    }

    public Duplication id(AgentId given) {
        return new Duplication(source, ref, name, workspace, Given.chosen("agent id", given));
    }
}
