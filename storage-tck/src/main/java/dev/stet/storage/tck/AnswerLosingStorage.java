package dev.stet.storage.tck;

import dev.stet.storage.ApplyResult;
import dev.stet.storage.Changeset;
import dev.stet.storage.OutcomeUnknownException;
import dev.stet.storage.Storage;
import dev.stet.storage.StorageException;
import java.time.Duration;

/** Fails when asked to: before it applied a change, or after. */
final class AnswerLosingStorage extends ForwardingStorage {
    private boolean failing;
    private boolean losing;

    AnswerLosingStorage(Storage store) {
        super(store);
    }

    /** The next change is not applied. */
    void failOnce() {
        failing = true;
    }

    /** The next change is applied, and its answer lost. */
    void loseOneAnswer() {
        losing = true;
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        if (failing) {
            failing = false;
            throw new StorageException("the store was not reached", new IllegalStateException("as asked for"));
        }
        ApplyResult result = super.apply(changeset, patience);
        if (losing) {
            losing = false;
            throw new OutcomeUnknownException("the answer was lost", new IllegalStateException("as asked for"));
        }
        return result;
    }
}
