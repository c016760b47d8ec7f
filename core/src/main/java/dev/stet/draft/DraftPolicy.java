package dev.stet.draft;

/** How many drafts of one agent may be open at a time. */
public enum DraftPolicy {
    MANY_PER_AGENT,
    ONE_PER_AGENT
}
