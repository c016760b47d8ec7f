package dev.stet.draft;

import dev.stet.ref.DraftRef;
import dev.stet.ref.Origin;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where a draft's content comes from.
 *
 * @param base the version the draft builds on: the one it was opened from, or rebased onto. Empty for a draft that
 *     builds on none. A draft whose base is not the agent's latest version is <em>stale</em>
 * @param forkedFrom the draft revision it was opened from, where it was
 * @param restoredFrom the version that was restored into it, while nothing was saved over that
 * @param duplicatedFrom what its agent was duplicated from, for the first draft of a duplicate, and those opened from it while
 *     it builds on no version
 */
public record DraftLineage(
        OptionalLong base, Optional<DraftRef> forkedFrom, OptionalLong restoredFrom, Optional<Origin> duplicatedFrom) {
    public static DraftLineage none() {
        return new DraftLineage(OptionalLong.empty(), Optional.empty(), OptionalLong.empty(), Optional.empty());
    }

    public static DraftLineage onVersion(long number) {
        return new DraftLineage(OptionalLong.of(number), Optional.empty(), OptionalLong.empty(), Optional.empty());
    }

    /** The same with another content, whose own origin nothing is said of. */
    public DraftLineage edited() {
        return new DraftLineage(base, forkedFrom, OptionalLong.empty(), duplicatedFrom);
    }

    /** The same on another version. */
    public DraftLineage withBase(OptionalLong version) {
        return new DraftLineage(version, forkedFrom, restoredFrom, duplicatedFrom);
    }

    public DraftLineage restoredFrom(long version) {
        return new DraftLineage(base, forkedFrom, OptionalLong.of(version), duplicatedFrom);
    }
}
