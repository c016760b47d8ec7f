package dev.stet.storage.jdbc.engine;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.sql.DataSource;

/**
 * Databases that have their tables already, without rows: for the many tests that are not about making tables, which takes
 * far longer than deleting rows. Closing a database empties its tables and keeps it, with its pool, for whoever takes the
 * next one. Sequences are not reset.
 */
public final class RecycledDatabases {
    private final Engine engine;
    private final Flushing flushing;
    private final Consumer<Database> preparation;
    private final Predicate<String> keptTables;
    private final Deque<PooledDatabase> idle = new ConcurrentLinkedDeque<>();

    /**
     * Makes no database yet.
     *
     * @param preparation makes the tables in a database that is new
     * @param keptTables the tables, by their name in lower case, that keep their rows
     */
    public RecycledDatabases(
            Engine engine, Flushing flushing, Consumer<Database> preparation, Predicate<String> keptTables) {
        this.engine = engine;
        this.flushing = flushing;
        this.preparation = preparation;
        this.keptTables = keptTables;
    }

    /** A database that nobody else has until it is closed. */
    public Database take() {
        PooledDatabase database = idle.poll();
        return new Taken(database == null ? prepared() : database);
    }

    private PooledDatabase prepared() {
        PooledDatabase database = engine.make(flushing);
        preparation.accept(database);
        return database;
    }

    private final class Taken implements Database {
        private final PooledDatabase database;
        private boolean hasTables = true;
        private boolean closed;

        private Taken(PooledDatabase database) {
            this.database = database;
        }

        @Override
        public String url() {
            return database.url();
        }

        @Override
        public String user() {
            return database.user();
        }

        @Override
        public String password() {
            return database.password();
        }

        @Override
        public DataSource dataSource() {
            return database.dataSource();
        }

        @Override
        public DataSource unpooled() {
            return database.unpooled();
        }

        @Override
        public void reopen() {
            database.reopen();
            hasTables = engine.survivesReopen();
        }

        @Override
        public void close() {
            if (closed) {
                return;
            }
            closed = true;
            if (database.inUse()) {
                database.close();
                throw new IllegalStateException("closed with a connection in use: " + database.url());
            }
            if (hasTables) {
                database.empty(keptTables);
                idle.push(database);
            } else {
                database.close();
            }
        }
    }
}
