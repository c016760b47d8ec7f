package dev.stet.storage.tck;

import dev.stet.storage.Storage;

/** What the kit needs of a store's author: a store that begins empty. One serves one test, or one try of one. */
public interface StorageFixture extends AutoCloseable {
    /** In what this store differs from others. */
    Declaration declaration();

    /** The store, open; empty when it is first asked for. */
    Storage storage();

    /**
     * Closes the store as the end of its process would, and opens it again where it was. From then on {@link #storage}
     * returns the one that was opened.
     */
    void reopen();

    /** Closes the store and frees what it holds. */
    @Override
    void close();
}
