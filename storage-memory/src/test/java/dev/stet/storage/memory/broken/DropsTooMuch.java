package dev.stet.storage.memory.broken;

import dev.stet.content.ContentHash;
import dev.stet.storage.ApplyResult;
import dev.stet.storage.Changeset;
import dev.stet.storage.Removed;
import dev.stet.storage.StoredContent;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.time.Duration;
import java.util.List;

/** Deletes with a content also those that it builds on. */
public final class DropsTooMuch extends ForwardingStorage {
    public DropsTooMuch() {
        super(new MemoryStorage());
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        Removed removed = changeset.removed();
        List<ContentHash> chains = removed.contents().stream()
                .flatMap(hash -> listContentChain(changeset.key(), hash, Integer.MAX_VALUE).stream())
                .map(StoredContent::hash)
                .distinct()
                .toList();
        return super.apply(
                Rewriting.withRemoved(changeset, new Removed(removed.versions(), removed.revisions(), chains)),
                patience);
    }
}
