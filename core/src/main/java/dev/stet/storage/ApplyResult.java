package dev.stet.storage;

/** What became of a {@link Changeset}. */
public sealed interface ApplyResult {
    /** All of it is stored, as durably as the store promises. */
    record Applied() implements ApplyResult {}

    /**
     * None of it is stored: the agent's head is not the one expected.
     *
     * @param actualHead the head's revision as it is; 0 where the agent never was. A deleted agent keeps its last
     */
    record Stale(long actualHead) implements ApplyResult {}
}
