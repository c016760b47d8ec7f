package dev.stet.facts;

import dev.stet.ref.DraftId;
import dev.stet.retention.RetentionOutcome;
import dev.stet.version.PublishOutcome.Equal;
import java.util.Optional;

/** What a retry has to be told of a change beyond what its audit entry says and the facts it made: kept beside that entry. */
public sealed interface Receipt {
    /** Nothing beyond that. */
    record None() implements Receipt {}

    /**
     * Of a publish.
     *
     * @param equal what the draft was found equal to, where nothing was published
     * @param next the draft that was opened next
     */
    record OfPublish(Optional<Equal> equal, Optional<DraftId> next) implements Receipt {}

    /** Of a step of retention. */
    record OfRetention(RetentionOutcome outcome) implements Receipt {}

    /** Nothing beyond the audit entry. */
    static Receipt none() {
        return new None();
    }
}
