package dev.stet.storage.tck;

import dev.stet.storage.JoinedStorage;

/** A transaction that a host has open on the database of a store, and what the store is inside of it. */
public interface HostTransaction extends AutoCloseable {
    JoinedStorage storage();

    /** Undoes it, and gives back its connection. */
    @Override
    void close();
}
