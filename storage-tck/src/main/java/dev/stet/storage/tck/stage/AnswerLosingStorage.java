package dev.stet.storage.tck.stage;

import dev.stet.storage.ApplyResult;
import dev.stet.storage.Changeset;
import dev.stet.storage.OutcomeUnknownException;
import dev.stet.storage.Storage;
import dev.stet.storage.tck.ForwardingStorage;
import java.time.Duration;

/** Applies a change and fails then, when asked to. */
final class AnswerLosingStorage extends ForwardingStorage {
    private boolean losing;

    AnswerLosingStorage(Storage store) {
        super(store);
    }

    /** The next change is applied, and its answer lost. */
    void loseOneAnswer() {
        losing = true;
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        ApplyResult result = super.apply(changeset, patience);
        if (losing) {
            losing = false;
            throw new OutcomeUnknownException("the answer was lost", new IllegalStateException("as asked for"));
        }
        return result;
    }
}
