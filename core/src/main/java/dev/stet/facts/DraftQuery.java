package dev.stet.facts;

import dev.stet.draft.Draft;
import dev.stet.draft.DraftStatus;
import dev.stet.ref.DraftId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Which drafts of an agent to list: latest opened first, and by id, ascending, where two were opened in the same
 * microsecond.
 *
 * @param status only those in this status
 * @param after only those that come after this position
 * @param limit how many to return at most
 */
public record DraftQuery(Optional<DraftStatus> status, Optional<Position> after, int limit) {
    /** Where a draft stands in the list. */
    public record Position(Instant createdAt, DraftId id) {
        /** The order of the list: every store lists drafts in it. */
        public static final Comparator<Position> ORDER = Comparator.comparing(Position::createdAt)
                .reversed()
                .thenComparing(position -> position.id().value());

        public static Position of(Draft draft) {
            return new Position(draft.createdAt(), draft.id());
        }
    }
}
