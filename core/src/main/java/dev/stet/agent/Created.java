package dev.stet.agent;

import dev.stet.draft.Draft;

/** A new agent and its first draft, which came to be in one step. */
public record Created(Agent agent, Draft draft) {}
