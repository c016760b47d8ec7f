package dev.stet.storage.jdbc.crash;

import dev.stet.storage.jdbc.engine.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;

/** What an engine does by itself after minutes or megabytes, at once: so that programs are killed while it has its effects. */
enum Housekeeping {
    /** Nobody but its own process reaches it: only time does that. */
    H2(List.of()),
    /** By itself after 1000 pages, and then only as far as no reader needs the old ones. */
    SQLITE(List.of("PRAGMA wal_checkpoint(PASSIVE)")),
    /** A checkpoint after {@code checkpoint_timeout} (5 minutes), a vacuum after {@code autovacuum_naptime} (1 minute). */
    POSTGRESQL(List.of("CHECKPOINT", "VACUUM")),
    /** Tables are flushed by the page cleaner as it sees fit. */
    MARIADB(List.of("FLUSH TABLES"));

    @SuppressWarnings("ImmutableEnumChecker") // Lists of constants.
    private final List<String> statements;

    Housekeeping(List<String> statements) {
        this.statements = statements;
    }

    static Housekeeping of(Database database) {
        String url = database.url();
        return List.of(SQLITE, POSTGRESQL, MARIADB).stream()
                .filter(engine -> url.startsWith("jdbc:" + engine.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(H2);
    }

    /** While programs are at work, on a connection of its own. */
    void run(Database database) {
        if (statements.isEmpty()) {
            return;
        }
        try (Connection connection = database.unpooled().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("could not keep house", failure);
        }
    }
}
