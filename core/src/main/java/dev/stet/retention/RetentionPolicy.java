package dev.stet.retention;

import dev.stet.input.Given;
import java.time.Duration;
import java.util.Optional;

/**
 * What a host keeps of the history of an agent. It begins with everything; the host says what may go. Immutable.
 *
 * <p>Whatever it says, these stay: of versions, all that are not archived, those that serve an environment, pinned and
 * labelled ones, the latest one, and those that an open draft builds on; of draft revisions, the current one of each draft,
 * those that a version which stays was made of, and those that an open draft was opened from. Deployments and the audit
 * trail stay whole. {@link RetentionPlan} tells why each of them stays.
 *
 * @param revisions what stays of each draft's revisions; empty to keep all
 * @param archived what stays of the archived versions; empty to keep all
 * @param servedWithin versions that served an environment at some time within this last while stay, though they be
 *     archived; from 0 to 100 years
 */
public record RetentionPolicy(Optional<Keep> revisions, Optional<Keep> archived, Duration servedWithin) {
    /** How long a version stays after it last served, unless told otherwise: 90 days. */
    public static final Duration DEFAULT_SERVED_WITHIN = Duration.ofDays(90);

    /** @throws dev.stet.error.InvalidInputException when the duration is out of bounds */
    public RetentionPolicy {
        Given.the("revisions to keep", revisions);
        Given.the("archived versions to keep", archived);
        Given.the("time since a version served", servedWithin);
        Keep.requireDuration("time since a version served", servedWithin);
    }

    /** Drops nothing. */
    public static RetentionPolicy keepingAll() {
        return new RetentionPolicy(Optional.empty(), Optional.empty(), DEFAULT_SERVED_WITHIN);
    }

    /** Of each draft, by itself, only these revisions. */
    public RetentionPolicy draftRevisions(Keep keep) {
        return new RetentionPolicy(Given.chosen("revisions to keep", keep), archived, servedWithin);
    }

    /** Of the archived versions only these; their age counts from when they were published. */
    public RetentionPolicy archivedVersions(Keep keep) {
        return new RetentionPolicy(revisions, Given.chosen("archived versions to keep", keep), servedWithin);
    }

    /**
     * Keeps what served within another while. Stet does not know which sessions are pinned to a version: make it longer
     * than the longest of them lasts.
     */
    public RetentionPolicy servedWithin(Duration given) {
        return new RetentionPolicy(revisions, archived, given);
    }
}
