package dev.stet.storage.tck;

import dev.stet.storage.Storage;
import java.util.Optional;

/** What the kit needs of a store's author: a store that begins empty. One serves one test, or one try of one. */
public interface StorageFixture extends AutoCloseable {
    /** In what this store differs from others. */
    Declaration declaration();

    /** The store, open; empty when it is first asked for. */
    Storage storage();

    /**
     * A transaction of the host's, open on a connection of its own; empty where the store declares that there are none.
     * Closed before the fixture is.
     */
    default Optional<HostTransaction> hostTransaction() {
        return Optional.empty();
    }

    /**
     * Closes the store as the end of its process would, and opens it again where it was. From then on {@link #storage}
     * returns the one that was opened.
     */
    void reopen();

    /** Closes the store and frees what it holds. */
    @Override
    void close();
}
