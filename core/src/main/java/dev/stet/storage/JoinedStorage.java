package dev.stet.storage;

/**
 * A store that works inside a transaction which somebody else will finish: what it applied can still be undone, and what
 * it reads may be seen by nobody else yet. Stet makes one attempt of each change on such a store, because in a transaction
 * that has lost a race the next attempt would lose it too, and keeps nothing of what it sees there in memory.
 *
 * <p>As thread-safe as the transaction's connection, which as a rule is not at all.
 */
public interface JoinedStorage extends Storage {}
