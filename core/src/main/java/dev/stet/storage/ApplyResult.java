package dev.stet.storage;

import dev.stet.content.ContentHash;
import java.util.Set;

/** What became of a {@link Changeset}. */
public sealed interface ApplyResult {
    /**
     * All of it is stored, as durably as the store promises.
     *
     * @param kept the hashes of those of its contents that the agent already had: they are as they were, and may be
     *     spelled otherwise than those of the changeset
     */
    record Applied(Set<ContentHash> kept) implements ApplyResult {
        public Applied {
            kept = Set.copyOf(kept);
        }
    }

    /**
     * None of it is stored: the agent's head is not the one expected.
     *
     * @param actualHead the head's revision as it is; 0 where the agent never was. A deleted agent keeps its last
     */
    record Stale(long actualHead) implements ApplyResult {}
}
