package dev.stet.storage.jdbc.engine;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Predicate;
import javax.sql.DataSource;

/** A database by its URL, with a pool. What lies behind the connections is up to subclasses. */
class PooledDatabase implements Database {
    private static final int MOST_CONNECTIONS = 20;

    private final Emptying emptying;
    private final PlainDataSource unpooled;
    private volatile HikariDataSource pool;

    PooledDatabase(Emptying emptying, String url, String user) {
        this.emptying = emptying;
        this.unpooled = new PlainDataSource(url, user, "");
        this.pool = pool(unpooled);
    }

    private static HikariDataSource pool(DataSource connections) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(connections);
        config.setMaximumPoolSize(MOST_CONNECTIONS);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    @Override
    public final String url() {
        return unpooled.url();
    }

    @Override
    public final String user() {
        return unpooled.user();
    }

    @Override
    public final String password() {
        return unpooled.password();
    }

    @Override
    public final DataSource dataSource() {
        return pool;
    }

    @Override
    public final DataSource unpooled() {
        return unpooled;
    }

    @Override
    public final void reopen() {
        pool.close();
        shutDown();
        pool = pool(unpooled);
    }

    @Override
    public final void close() {
        pool.close();
        shutDown();
        drop();
    }

    /** Does what the end of the last process that uses the database would do. The pool is closed. */
    void shutDown() {}

    /** Frees what the database takes up. */
    void drop() {}

    /** Whether a connection of the pool was not given back. */
    final boolean inUse() {
        return pool.getHikariPoolMXBean().getActiveConnections() > 0;
    }

    /** Deletes the rows of all tables but some. */
    final void empty(Predicate<String> keptTables) {
        try (Connection connection = pool.getConnection()) {
            emptying.empty(connection, keptTables);
        } catch (SQLException failure) {
            throw new IllegalStateException("could not empty the tables of " + url(), failure);
        }
    }

    final void execute(DataSource connections, String sql) {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException("failed at " + url() + ": " + sql, failure);
        }
    }
}
