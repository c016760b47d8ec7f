package dev.stet.storage.jdbc.cluster;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.environment.Pipeline;
import dev.stet.ref.WorkspaceId;
import dev.stet.storage.jdbc.JdbcStorage;
import java.util.concurrent.TimeUnit;

/** An application on the cluster: a registry on a connection pool of its own, as in a process of its own. */
final class Application implements AutoCloseable {
    private static final WorkspaceId WORKSPACE = WorkspaceId.of("acme");
    private static final int CONNECTIONS = 6;

    private final HikariDataSource pool;
    private final Stet stet;

    private Application(HikariDataSource pool) {
        this.pool = pool;
        this.stet = Stet.on(JdbcStorage.on(pool).open())
                .pipeline(Pipeline.of("sandbox", "live"))
                .build();
    }

    /** Opens the store where a URL leads; the tables are made if they are not there. */
    static Application on(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(TimeUnit.SECONDS.toMillis(5));
        HikariDataSource pool = new HikariDataSource(config);
        try {
            return new Application(pool);
        } catch (RuntimeException | Error failure) {
            pool.close();
            throw failure;
        }
    }

    /** The one workspace all applications work in. */
    Workspace as(Actor actor) {
        return stet.workspace(WORKSPACE, actor);
    }

    HikariDataSource pool() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }
}
