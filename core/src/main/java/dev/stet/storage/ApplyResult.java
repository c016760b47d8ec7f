package dev.stet.storage;

import java.util.Set;

/** What became of a {@link Changeset}. */
public sealed interface ApplyResult {
    /**
     * All of it is stored, as durably as the store promises.
     *
     * @param kept the places among the changeset's writes, from 0 on, of every {@link Write.AddIfAbsent} that found its row
     *     there already and left it as it was
     */
    record Applied(Set<Integer> kept) implements ApplyResult {
        public Applied {
            kept = Set.copyOf(kept);
        }
    }

    /**
     * None of it is stored: the head is not at the revision expected.
     *
     * @param actualHead the revision it is at; 0 where it never was. A deleted head keeps its last
     */
    record Stale(long actualHead) implements ApplyResult {}
}
