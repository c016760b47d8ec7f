package dev.stet.agent;

/** Whether an agent runs, and whether it can be worked on. */
public enum AgentStatus {
    /** Runs and can be edited. */
    ACTIVE,
    /** Can be edited, published and deployed, and refuses to be resolved. */
    INACTIVE,
    /** Refuses to be resolved and refuses every change but deletion and an edit that gives it another status. */
    ARCHIVED
}
