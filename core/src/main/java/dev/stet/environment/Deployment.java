package dev.stet.environment;

import dev.stet.access.Actor;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A fact that never changes: from {@link #at} on, until the next deployment in the same environment, this environment
 * serves this version.
 *
 * @param number 1, 2, 3 … per agent over all its environments: the deployment's id within its agent
 * @param environment where
 * @param version what; empty when the environment was emptied
 * @param cause because of what
 * @param by by whom
 * @param at since when, in microseconds; never before a deployment with a lower number
 * @param earliest since when at the earliest, where a clock may have been wrong; see
 *     {@link dev.stet.access.AuditEntry#earliest()}
 * @param reason why, in the words of who did it; empty when they gave none
 * @param replaced the deployment that was active before; empty for the environment's first
 * @param replacedVersion the version that was served before; empty when none was
 * @param source the deployment this one took its version from: of a promotion, the one promoted; of a rollback, the
 *     one gone back to, or, where that was a rollback itself, the one that went back to: never a rollback
 */
public record Deployment(
        long number,
        String environment,
        OptionalLong version,
        Cause cause,
        Actor by,
        Instant at,
        Optional<Instant> earliest,
        String reason,
        OptionalLong replaced,
        OptionalLong replacedVersion,
        OptionalLong source) {
    /** Why an environment came to serve what it serves. */
    public enum Cause {
        /** A publish deployed its version, or the version that it found to say the same, in the same step. */
        PUBLISHED,
        /** A version was taken over from an earlier environment. */
        PROMOTED,
        /** The environment went back to what it had served before. */
        ROLLED_BACK,
        /** A version was put there by its number. */
        DIRECT,
        /** The environment was made to serve nothing. */
        EMPTIED
    }

    /** Whether this moved the environment to an older version than it served before. */
    public boolean movesBack() {
        return version.isPresent() && replacedVersion.isPresent() && version.getAsLong() < replacedVersion.getAsLong();
    }
}
