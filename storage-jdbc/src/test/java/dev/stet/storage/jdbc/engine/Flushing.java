package dev.stet.storage.jdbc.engine;

/** Whether a server forces its log to the disk. What H2 and SQLite do is up to the store that uses them. */
public enum Flushing {
    /** With every commit: for tests of what survives, and wherever speed is told. */
    EVERY_COMMIT,
    /** Never, and nothing else that costs time for the sake of safety: for tests that are about something else. */
    NEVER
}
