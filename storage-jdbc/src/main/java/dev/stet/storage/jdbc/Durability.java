package dev.stet.storage.jdbc;

/** How sure a host wants to be that what was acknowledged stays. */
public enum Durability {
    /**
     * What was acknowledged survives the death of the process and is seen by every later read. Opening a store sets what
     * that needs where it can, and refuses with {@link UnsafeSettingException} where it cannot:
     *
     * <ul>
     *   <li>H2 in a file: {@code WRITE_DELAY} is set to 0, and the file system must be {@code async}
     *       ({@code jdbc:h2:async:FILE}), because the interrupt of a thread closes any other file for all threads. Releases
     *       2.5 lose commits and are refused, unless {@code REUSE_SPACE=FALSE}. Changes are made one at a time, because H2
     *       may keep a part of what other transactions had under way when it is killed in a commit; so it can with
     *       transactions of the host's, joined ones among them. H2 does not force the disk with every commit: a power cut may
     *       take the last moment. A database in memory has nothing to set.
     *   <li>SQLite: the journal mode is set to WAL; {@code synchronous} must be {@code FULL} or {@code EXTRA}, and
     *       {@code busy_timeout} must not be 0. Survives a power cut.
     *   <li>PostgreSQL: {@code fsync} and {@code full_page_writes} must be on, and {@code synchronous_commit} not off; with
     *       synchronous standbys, {@code on} or {@code remote_apply}. Survives a power cut, and the loss of the primary
     *       where there are such standbys. Nothing but a timeout of the driver bounds how long a commit waits for them.
     *       Where a pooler is on the way, {@code prepareThreshold} must be 0, and transactions must be possible.
     *   <li>MariaDB: {@code innodb_flush_log_at_trx_commit} must be 1. On a Galera cluster
     *       {@code wsrep_sync_wait} must make reads wait, with bit 1. Survives a power cut.
     * </ul>
     *
     * <p>What belongs to a session is made sure of again with the first call on each physical connection, of the store's own
     * and of the host's that it joins; none may be at the isolation level READ UNCOMMITTED, on the engines that have it. Where
     * the host changes its session after that, it has chosen so.
     */
    FULL,
    /**
     * As the database is set up; nothing is set and nothing checked. Faster where that loses the last commits in a crash:
     * for tests, and for hosts that can.
     */
    AS_CONFIGURED
}
