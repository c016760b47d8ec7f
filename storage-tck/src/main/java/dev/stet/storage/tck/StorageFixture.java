package dev.stet.storage.tck;

import dev.stet.storage.Catalogue;
import dev.stet.storage.Storage;
import java.util.Optional;

/** What the kit needs of a store's author: a place for one store. One serves one test, or one try of one. */
public interface StorageFixture extends AutoCloseable {
    /** In what this store differs from others. */
    Declaration declaration();

    /**
     * Opens the store for these tables: at first with nothing in them. Opened before, it is closed as the end of its process
     * would close it, and opened again where it was.
     *
     * @param catalogue Stet's tables and some of the kit's own: the same at every call
     */
    Storage open(Catalogue catalogue);

    /**
     * A transaction of the host's, open on a connection of its own; empty where the store declares that there are none.
     * Asked for while the store is open, and closed before the fixture is.
     */
    default Optional<HostTransaction> hostTransaction() {
        return Optional.empty();
    }

    /** Closes the store and frees what it holds. */
    @Override
    void close();
}
