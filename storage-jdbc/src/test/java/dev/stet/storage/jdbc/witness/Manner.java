package dev.stet.storage.jdbc.witness;

/** How a program uses its store. */
public enum Manner {
    /** The store takes connections of its own. */
    OWNING,
    /**
     * So, too, but the program closes all its connections, and with the last one a database inside its process, after it has
     * opened the store and before its first call.
     */
    RENEWING,
    /** Every call is made inside a transaction that the program begins and commits. */
    JOINING
}
