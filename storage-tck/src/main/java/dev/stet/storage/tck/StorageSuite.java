package dev.stet.storage.tck;

import dev.stet.content.ContentHash;
import dev.stet.ref.AgentKey;
import dev.stet.storage.Storage;
import dev.stet.storage.StoredContent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the suites of single tests have in common: every test has a fixture of its own, closed after it. */
public abstract class StorageSuite {
    private @Nullable StorageFixture opened;

    /** A fixture with an empty store. */
    protected abstract StorageFixture fixture();

    @BeforeEach
    void open() {
        opened = fixture();
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
        return opened().storage();
    }

    /** One content of an agent, without those that it builds on. */
    Optional<StoredContent> findContent(AgentKey key, ContentHash hash) {
        return Picture.findContent(store(), key, hash);
    }
}
