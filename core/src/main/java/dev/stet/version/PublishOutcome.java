package dev.stet.version;

import dev.stet.draft.Draft;
import dev.stet.environment.Deployment;
import java.util.Optional;

/** What became of a publish. */
public sealed interface PublishOutcome {
    /** The new version, or the one that already says the same. */
    Version version();

    /** The deployment made in the same step, or found to be active already, where one was asked for. */
    Optional<Deployment> deployment();

    /**
     * The draft became a version.
     *
     * @param version the new version
     * @param deployment see {@link PublishOutcome#deployment()}
     * @param draft the draft as it is now: closed, or kept on its new base
     * @param next the draft opened next, where the host's policy opens one
     */
    record Published(Version version, Optional<Deployment> deployment, Draft draft, Optional<Draft> next)
            implements PublishOutcome {}

    /**
     * There was nothing to publish: no version was made, and the draft is what it was.
     *
     * @param version the version whose content the draft's equals
     * @param equal which one that is
     * @param deployment see {@link PublishOutcome#deployment()}
     */
    record Unchanged(Version version, Equal equal, Optional<Deployment> deployment) implements PublishOutcome {}

    /** What an unpublished draft was found equal to. */
    enum Equal {
        TO_LATEST,
        /** To the version it was opened from, which is no longer the latest. */
        TO_BASE
    }
}
