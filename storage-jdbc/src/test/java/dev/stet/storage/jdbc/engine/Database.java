package dev.stet.storage.jdbc.engine;

import javax.sql.DataSource;

/** A database of one test. Safe for use by several threads, apart from {@link #reopen} and {@link #close}. */
public interface Database extends AutoCloseable {
    /** What another process needs to connect, with {@link #user} and {@link #password}. */
    String url();

    String user();

    String password();

    /** A pool with connections for 16 threads and some more; it makes them when they are asked for. */
    DataSource dataSource();

    /** A new physical connection each time, to be closed by whoever asked for it. */
    DataSource unpooled();

    /**
     * Closes the pool, and with it a file or memory as the end of its process would, and opens it again: from then on
     * {@link #dataSource} returns another pool.
     */
    void reopen();

    /**
     * Frees everything: the pool, the file, the tables on the server. Fails when a connection is still inside a
     * transaction on a server.
     */
    @Override
    void close();
}
