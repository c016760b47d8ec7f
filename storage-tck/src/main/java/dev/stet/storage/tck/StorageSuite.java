package dev.stet.storage.tck;

import dev.stet.content.ContentHash;
import dev.stet.facts.Facts;
import dev.stet.facts.StoredContent;
import dev.stet.ref.AgentKey;
import dev.stet.storage.Storage;
import dev.stet.storage.tck.table.KitTables;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the suites of single tests have in common: every test has a fixture of its own, closed after it. */
public abstract class StorageSuite {
    private @Nullable StorageFixture opened;
    private @Nullable Storage store;

    /** A fixture whose store is empty when it is opened first. */
    protected abstract StorageFixture fixture();

    @BeforeEach
    void open() {
        opened = fixture();
        store = opened.open(KitTables.CATALOGUE);
    }

    @AfterEach
    void close() {
        opened().close();
    }

    /** The fixture of this test. */
    StorageFixture opened() {
        if (opened == null) {
            throw new IllegalStateException("a fixture must be open, but no test runs");
        }
        return opened;
    }

    /** The store of this test. */
    Storage store() {
        if (store == null) {
            throw new IllegalStateException("a store must be open, but no test runs");
        }
        return store;
    }

    /** The same as Stet reads and writes agents on it. */
    Facts facts() {
        return new Facts(store());
    }

    /** Closes the store and opens it again. */
    void reopen() {
        store = opened().open(KitTables.CATALOGUE);
    }

    /** One content of an agent, without those that it builds on. */
    Optional<StoredContent> findContent(AgentKey key, ContentHash hash) {
        return Picture.findContent(facts(), key, hash);
    }
}
