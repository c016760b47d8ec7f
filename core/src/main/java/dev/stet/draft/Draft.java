package dev.stet.draft;

import dev.stet.access.Actor;
import dev.stet.content.ContentHash;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * A mutable working copy of an agent's content.
 *
 * @param id its id within the agent
 * @param name for people to read; need not be unique
 * @param status whether it can still change
 * @param revision the number of its latest revision: the compare-and-set token of every edit
 * @param hash the hash of its content at that revision
 * @param lineage where its content comes from
 * @param publishedAs the version it last became, where it was published
 * @param createdBy who opened it
 * @param createdAt when, in microseconds
 * @param updatedBy who last changed its content
 * @param updatedAt when that was, in microseconds
 */
public record Draft(
        DraftId id,
        String name,
        DraftStatus status,
        long revision,
        ContentHash hash,
        DraftLineage lineage,
        OptionalLong publishedAs,
        Actor createdBy,
        Instant createdAt,
        Actor updatedBy,
        Instant updatedAt) {
    /** This draft as it is now, to be given to the next edit as what the caller saw. */
    public DraftRef ref() {
        return new DraftRef(id, revision);
    }

    /** The version it builds on, see {@link DraftLineage#base()}. */
    public OptionalLong base() {
        return lineage.base();
    }

    public Draft withName(String given) {
        return new Draft(
                id, given, status, revision, hash, lineage, publishedAs, createdBy, createdAt, updatedBy, updatedAt);
    }

    public Draft withStatus(DraftStatus given) {
        return new Draft(
                id, name, given, revision, hash, lineage, publishedAs, createdBy, createdAt, updatedBy, updatedAt);
    }

    public Draft withLineage(DraftLineage given) {
        return new Draft(
                id, name, status, revision, hash, given, publishedAs, createdBy, createdAt, updatedBy, updatedAt);
    }

    public Draft withPublishedAs(long version) {
        return new Draft(
                id,
                name,
                status,
                revision,
                hash,
                lineage,
                OptionalLong.of(version),
                createdBy,
                createdAt,
                updatedBy,
                updatedAt);
    }

    /** This draft with the content of one of its revisions. */
    public Draft at(DraftRevision then) {
        return new Draft(
                id,
                name,
                status,
                then.number(),
                then.hash(),
                lineage,
                publishedAs,
                createdBy,
                createdAt,
                then.by(),
                then.at());
    }
}
