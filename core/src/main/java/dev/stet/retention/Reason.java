package dev.stet.retention;

/** Why a version or a draft revision stays. */
public enum Reason {
    /** A version: it is the latest. */
    LATEST,
    /** A version: it serves an environment, be that still in the pipeline or not. */
    SERVES,
    /** A version: it served an environment within the while that the policy names. */
    SERVED,
    /** A version: people pinned it. */
    PINNED,
    /** A version: it has a label. */
    LABELLED,
    /** A version: an open draft builds on it, and a rebase will read it. */
    BASE_OF_OPEN_DRAFT,
    /** A version: it is not archived. */
    NOT_ARCHIVED,
    /** A revision: it is its draft's current one. */
    CURRENT,
    /** A revision: a version that stays was made of it. */
    PUBLISHED,
    /** A revision: an open draft was opened from it, and a merge of the two will read it. */
    FORKED,
    /** The policy says nothing about things of this kind. */
    ALL_KEPT,
    /** It is among the newest that the policy keeps. */
    AMONG_NEWEST,
    /** It is younger than what the policy lets go. */
    YOUNG
}
