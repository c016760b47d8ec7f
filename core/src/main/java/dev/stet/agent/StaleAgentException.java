package dev.stet.agent;

import dev.stet.error.StetException;

/** The agent was edited since the caller read it. Read it again and decide anew. */
public final class StaleAgentException extends StetException {
    private static final long serialVersionUID = 1L;

    private final long expected;
    private final transient Agent actual;

    public StaleAgentException(long expected, Agent actual) {
        super("Agent " + actual.key() + " was expected at revision " + expected + ", but "
                + actual.updatedBy().id()
                + " brought it to revision " + actual.revision() + " at " + actual.updatedAt()
                + ". Read it again and repeat the edit on what it is now.");
        this.expected = expected;
        this.actual = actual;
    }

    public long expected() {
        return expected;
    }

    /** The agent as it is. */
    public Agent actual() {
        return actual;
    }
}
