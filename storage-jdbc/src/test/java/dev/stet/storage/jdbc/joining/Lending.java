package dev.stet.storage.jdbc.joining;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.stet.storage.jdbc.engine.Database;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Ways in which pools and frameworks hand out connections, and a transaction of the host's that is open meanwhile. */
enum Lending {
    UNPOOLED {
        @Override
        Lent on(Database database) {
            return new Lent(database.unpooled(), HostTransaction.on(database.unpooled()));
        }
    },
    POOL {
        @Override
        Lent on(Database database) {
            HikariDataSource pool = pool(database, true);
            return new Lent(pool, HostTransaction.on(pool));
        }
    },
    POOL_WITHOUT_AUTO_COMMIT {
        @Override
        Lent on(Database database) {
            HikariDataSource pool = pool(database, false);
            return new Lent(pool, HostTransaction.on(pool));
        }
    },
    SPRING_TRANSACTION_AWARE_OUTSIDE {
        @Override
        Lent on(Database database) {
            HikariDataSource pool = pool(database, true);
            return new Lent(new TransactionAwareDataSourceProxy(pool), HostTransaction.on(pool));
        }
    },
    SPRING_LAZY_INSIDE {
        @Override
        Lent on(Database database) {
            DataSource lazy = new LazyConnectionDataSourceProxy(pool(database, true));
            return new Lent(lazy, HostTransaction.ofSpring(lazy));
        }
    },
    SPRING_LAZY_WITHOUT_AUTO_COMMIT {
        @Override
        Lent on(Database database) {
            DataSource lazy = new LazyConnectionDataSourceProxy(pool(database, false));
            return new Lent(lazy, HostTransaction.on(lazy));
        }
    },
    SINGLE_OUTSIDE {
        @Override
        Lent on(Database database) throws SQLException {
            return new Lent(single(database), HostTransaction.on(database.unpooled()));
        }
    },
    /** It hands out the connection of the transaction that is open on this thread. */
    SPRING_TRANSACTION_AWARE_INSIDE {
        @Override
        Lent on(Database database) {
            DataSource proxy = new TransactionAwareDataSourceProxy(pool(database, true));
            return new Lent(proxy, HostTransaction.ofSpring(proxy));
        }
    },
    SPRING_SINGLE_INSIDE {
        @Override
        Lent on(Database database) throws SQLException {
            DataSource single = single(database);
            return new Lent(single, HostTransaction.ofSpring(single));
        }
    },
    SINGLE_INSIDE {
        @Override
        Lent on(Database database) throws SQLException {
            DataSource single = single(database);
            return new Lent(single, HostTransaction.on(single));
        }
    },
    /** Auto-commit is on, as far as JDBC knows. */
    SINGLE_INSIDE_BY_STATEMENT {
        @Override
        Lent on(Database database) throws SQLException {
            DataSource single = single(database);
            return new Lent(single, HostTransaction.byStatement(single));
        }
    },
    /** Only its coordinator ends it. */
    GLOBAL {
        @Override
        Lent on(Database database) throws SQLException {
            ManagedConnection managed =
                    new ManagedConnection(database.unpooled().getConnection());
            return new Lent(managed.dataSource(), managed);
        }
    };

    abstract Lent on(Database database) throws SQLException;

    /** Whether the store gets the connection on which the host's transaction is open. */
    boolean shared() {
        return compareTo(SPRING_TRANSACTION_AWARE_INSIDE) >= 0;
    }

    private static HikariDataSource pool(Database database, boolean autoCommit) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.unpooled());
        config.setAutoCommit(autoCommit);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    private static SingleConnectionDataSource single(Database database) throws SQLException {
        return new SingleConnectionDataSource(database.unpooled().getConnection(), true);
    }

    /** Connections for a store, and a transaction of the host's beside or around it. */
    record Lent(DataSource connections, HostTransaction transaction) implements AutoCloseable {
        @Override
        public void close() throws SQLException {
            if (connections.isWrapperFor(HikariDataSource.class)) {
                connections.unwrap(HikariDataSource.class).close();
            }
        }
    }
}
