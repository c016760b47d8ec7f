package dev.stet.storage.jdbc;

/** How opening a store treats its tables. */
public enum SchemaMode {
    /** Makes what is missing, then {@link #VALIDATE}. Any number of hosts may do so at once. */
    CREATE,
    /** Makes nothing; refuses tables that are not as this release of Stet needs them. */
    VALIDATE,
    /**
     * The host answers for its tables. Looks at nothing but that they compare texts byte by byte: without that, workspaces
     * would not be apart.
     */
    NONE
}
