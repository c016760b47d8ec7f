package dev.stet.agent;

import dev.stet.error.StetException;
import dev.stet.ref.AgentKey;

/** The id given for a new agent is, or once was, that of another. Ids are never given twice: choose another one. */
public final class AgentIdTakenException extends StetException {
    private static final long serialVersionUID = 1L;

    public AgentIdTakenException(AgentKey key) {
        super("The agent id must be one never used before in its workspace, but " + key
                + " exists or once existed. Give another id, or none to have one generated.");
    }
}
