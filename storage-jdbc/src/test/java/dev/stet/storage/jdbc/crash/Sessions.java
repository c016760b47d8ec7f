package dev.stet.storage.jdbc.crash;

import dev.stet.storage.jdbc.engine.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/**
 * The sessions that a program leaves behind on a server when it is killed: until the server has noticed, it may still
 * finish what it was sent. An engine inside the program's process dies with it.
 */
enum Sessions {
    NONE_LEFT("", ""),
    POSTGRESQL("&ApplicationName=", "SELECT COUNT(*) FROM pg_stat_activity WHERE application_name = ?"),
    /** All others in the same database: they have no names. */
    MARIADB(
            "",
            "SELECT COUNT(*) FROM information_schema.processlist"
                    + " WHERE id <> CONNECTION_ID() AND db = DATABASE() AND ? IS NOT NULL");

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(1);

    private final String parameter;
    private final String count;

    Sessions(String parameter, String count) {
        this.parameter = parameter;
        this.count = count;
    }

    static Sessions of(Database database) {
        if (database.url().startsWith("jdbc:postgresql:")) {
            return POSTGRESQL;
        }
        return database.url().startsWith("jdbc:mariadb:") ? MARIADB : NONE_LEFT;
    }

    /** The URL by which a program connects, so that its sessions are known by its name. */
    String url(Database database, String program) {
        return parameter.isEmpty() ? database.url() : database.url() + parameter + program;
    }

    /** Waits until a program has none any more. Nobody else but the caller may have any, on MariaDB. */
    void awaitEnd(Database database, String program) {
        if (this == NONE_LEFT) {
            return;
        }
        Instant deadline = Instant.now().plus(PATIENCE);
        try (Connection connection = database.unpooled().getConnection();
                PreparedStatement query = connection.prepareStatement(count)) {
            query.setString(1, program);
            while (left(query) > 0) {
                if (Instant.now().isAfter(deadline)) {
                    throw new IllegalStateException("the server keeps sessions of " + program);
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("no answer about the sessions of " + program, failure);
        }
    }

    private static long left(PreparedStatement query) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
