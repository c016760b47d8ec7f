package dev.stet.storage.jdbc.fault;

import dev.stet.error.StetException;
import dev.stet.storage.ContentionException;
import dev.stet.storage.OutcomeUnknownException;
import dev.stet.storage.StorageException;
import dev.stet.storage.jdbc.ForeignTransactionException;
import java.util.Optional;
import java.util.function.Supplier;

/** How a call ended: with an outcome, or by throwing. */
record Ending(Optional<Object> outcome, Optional<Throwable> thrown) {
    /** What a call can end with. */
    enum Kind {
        OUTCOME,
        /** It did not happen. */
        FAILED,
        /** It did not happen because of another transaction. */
        CONTENDED,
        /** It may have happened. */
        UNKNOWN,
        /** Something that is not the store's. */
        OTHER
    }

    static Ending of(Supplier<Object> call) {
        try {
            return new Ending(Optional.of(call.get()), Optional.empty());
        } catch (StetException | AssertionError thrown) {
            return new Ending(Optional.empty(), Optional.of(thrown));
        }
    }

    Kind kind() {
        if (thrown.isEmpty()) {
            return Kind.OUTCOME;
        }
        Throwable why = thrown.get();
        if (why instanceof OutcomeUnknownException) {
            return Kind.UNKNOWN;
        }
        if (why instanceof ContentionException) {
            return Kind.CONTENDED;
        }
        return why instanceof StorageException || why instanceof ForeignTransactionException ? Kind.FAILED : Kind.OTHER;
    }
}
