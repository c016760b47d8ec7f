package dev.stet.storage.tck;

import dev.stet.storage.ApplyResult;
import dev.stet.storage.Changeset;
import dev.stet.storage.Storage;
import java.time.Duration;

/** As if somebody else had always been faster: applies no change of an agent but those that are decided alone. */
final class LateStorage extends ForwardingStorage {
    LateStorage(Storage store) {
        super(store);
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        long head = changeset.expected();
        return head == 0 ? super.apply(changeset, patience) : new ApplyResult.Stale(head + 1);
    }
}
