package dev.stet.storage.tck.oracle;

import dev.stet.agent.Created;
import dev.stet.draft.Draft;
import dev.stet.ref.DraftId;
import dev.stet.ref.VersionId;
import dev.stet.version.PublishOutcome.Published;
import java.util.Optional;

/**
 * The ids that a registry generated during one call. A model cannot foresee them: it takes them from the answer, and
 * only demands that they are new.
 *
 * @param draft of a draft that was opened
 * @param version of a version that was published
 */
public record Generated(Optional<DraftId> draft, Optional<VersionId> version) {
    /** Those that the answer of a call shows. */
    public static Generated in(Outcome outcome) {
        return outcome instanceof Outcome.Returned returned ? in(returned.value()) : none();
    }

    private static Generated in(Object answer) {
        if (answer instanceof Created created) {
            return new Generated(Optional.of(created.draft().id()), Optional.empty());
        }
        if (answer instanceof Draft draft) {
            return new Generated(Optional.of(draft.id()), Optional.empty());
        }
        if (answer instanceof Published published) {
            return new Generated(
                    published.next().map(Draft::id),
                    Optional.of(published.version().id()));
        }
        return none();
    }

    /** For a call that generates nothing, or was refused. */
    public static Generated none() {
        return new Generated(Optional.empty(), Optional.empty());
    }
}
