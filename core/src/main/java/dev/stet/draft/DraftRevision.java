package dev.stet.draft;

import dev.stet.access.Actor;
import dev.stet.content.ContentHash;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import java.time.Instant;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.TreeSet;

/**
 * One state a draft was in. Never changes.
 *
 * @param draft whose
 * @param number 1, 2, 3 … per draft without a gap
 * @param cause how it came to be
 * @param hash the hash of the content
 * @param size the content's size in bytes, as compact UTF-8 JSON in the spelling it was given in
 * @param base the version the draft built on when this revision was made; empty where on none
 * @param changedSections which sections differ from the revision before it, in the order of their UTF-16 code units;
 *     for the first revision, all of them; none where only the base changed
 * @param by who
 * @param at when, in microseconds
 */
public record DraftRevision(
        DraftId draft,
        long number,
        Cause cause,
        ContentHash hash,
        int size,
        OptionalLong base,
        NavigableSet<String> changedSections,
        Actor by,
        Instant at) {
    /** How a revision came to be. */
    public enum Cause {
        OPENED,
        SAVED,
        RESTORED,
        /** What came since the draft's base was merged into it, and it builds on the latest version. */
        REBASED,
        /** Another draft was merged into it. */
        MERGED
    }

    public DraftRevision {
        changedSections = Collections.unmodifiableNavigableSet(new TreeSet<>(changedSections));
    }

    public DraftRef ref() {
        return new DraftRef(draft, number);
    }
}
