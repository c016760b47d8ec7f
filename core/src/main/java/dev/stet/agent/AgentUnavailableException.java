package dev.stet.agent;

import dev.stet.error.StetException;

/** The agent's status forbids the call: inactive agents are not resolved, archived ones neither resolved nor changed. */
public final class AgentUnavailableException extends StetException {
    private static final long serialVersionUID = 1L;

    private final AgentStatus status;

    public AgentUnavailableException(Agent agent, String call) {
        super("Agent " + agent.key() + " is " + agent.status() + " and cannot " + call
                + ". Give it the status ACTIVE first.");
        this.status = agent.status();
    }

    public AgentStatus status() {
        return status;
    }
}
