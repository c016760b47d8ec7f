package dev.stet.storage.jdbc;

/** What opening a store does about its tables. */
public enum SchemaMode {
    /** Makes what is missing, then {@link #VALIDATE}. Any number of hosts may do so at once. */
    CREATE,
    /** Makes nothing; refuses tables that are not as this release of Stet needs them. */
    VALIDATE,
    /** Looks at nothing: the host answers for its tables. */
    NONE
}
