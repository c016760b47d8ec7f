package dev.stet.merge;

import dev.stet.content.JsonPointer;
import java.util.Optional;

/**
 * Something that a merge took from one side, or that both sides did alike.
 *
 * @param by whose it is
 * @param inBase where it is in the base; empty for what was added
 * @param inSide where it is in the content of that side (in ours, where both did it); empty for what was removed
 */
public record Contribution(By by, Optional<JsonPointer> inBase, Optional<JsonPointer> inSide) {
    /** Who changed something. */
    public enum By {
        OURS,
        THEIRS,
        /** Both sides, alike. */
        BOTH
    }
}
