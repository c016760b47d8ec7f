package dev.stet.storage.jdbc.wire;

import dev.stet.storage.jdbc.engine.Database;
import java.sql.DriverManager;
import javax.sql.DataSource;

/** Data sources that are made of a URL. */
final class Connecting {
    private Connecting() {}

    /** A new connection each time, to a database but under another URL. */
    static DataSource to(Database database, String url) {
        return Forwarding.to(
                database.unpooled(),
                DataSource.class,
                call -> call.name().equals("getConnection")
                        ? DriverManager.getConnection(url, database.user(), database.password())
                        : call.proceed());
    }
}
