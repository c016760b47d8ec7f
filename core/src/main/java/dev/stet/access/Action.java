package dev.stet.access;

/** What can be done with an agent: what an {@link AccessPolicy} is asked about, and what an {@link AuditEntry} tells. */
public enum Action {
    CREATE_AGENT,
    /** Reading anything of an agent but its audit trail; with no agent named, listing the agents of a workspace. */
    READ,
    EDIT_AGENT,
    DELETE_AGENT,
    OPEN_DRAFT,
    RENAME_DRAFT,
    SAVE_DRAFT,
    RESTORE_DRAFT,
    /** Merging what came since a draft's base into it; asked in addition to {@link #PUBLISH} when a publish may do so. */
    REBASE_DRAFT,
    /** Merging another draft into a draft. */
    MERGE_DRAFT,
    DISCARD_DRAFT,
    /** Asked in addition to {@link #DISCARD_DRAFT} when the actor did not create the draft. Never in the audit trail. */
    DISCARD_DRAFT_OF_ANOTHER,
    PUBLISH,
    ANNOTATE_VERSION,
    DEPLOY,
    PROMOTE,
    ROLL_BACK,
    EMPTY_ENVIRONMENT,
    FREEZE_ENVIRONMENT,
    UNFREEZE_ENVIRONMENT,
    /** Changing the variables of an environment's config page, its schema, or both. */
    EDIT_PAGE,
    /** Asked in addition to the others when the schema of a config page changes. Never in the audit trail. */
    EDIT_PAGE_SCHEMA,
    /**
     * Reading what a config page hides in clear text; also carrying it to the page of another environment, and changing a
     * schema so that a value it hid is shown. Asked in addition to the others. Never in the audit trail.
     */
    READ_SECRETS,
    RESTORE_PAGE,
    /** Taking the config page of another environment over; reading that is asked beside it. */
    COPY_PAGE,
    /**
     * Asking what runs: in an environment, as a named version, or a draft for a test run. The answer holds the variables of the
     * config page in clear text, as an agent cannot run with masks.
     */
    RESOLVE,
    /** Dropping draft revisions and archived versions. */
    APPLY_RETENTION,
    READ_AUDIT
}
