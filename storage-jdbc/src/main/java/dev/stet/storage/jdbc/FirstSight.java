package dev.stet.storage.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

/** What is done once on every physical connection, however often a pool hands it out. */
final class FirstSight {
    private final Set<Connection> seen = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private final Driver driver;
    private final Work work;

    FirstSight(Driver driver, Work work) {
        this.driver = driver;
        this.work = work;
    }

    /** Does it, unless it was done on this connection before; where it fails, it will be done again. */
    void of(Connection connection) throws SQLException {
        Connection physical = driver.connection(connection);
        if (!seen.contains(physical)) {
            work.on(connection);
            seen.add(physical);
        }
    }

    /** What to do. It leaves no transaction open. */
    interface Work {
        void on(Connection connection) throws SQLException;
    }
}
