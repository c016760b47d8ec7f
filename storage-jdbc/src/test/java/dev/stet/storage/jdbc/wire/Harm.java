package dev.stet.storage.jdbc.wire;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** What befalls a connection. */
public interface Harm {
    /**
     * Does it.
     *
     * @param connection as it was handed out by the data source that is being watched
     * @return what the program hears; empty when it hears whatever the driver says next
     */
    Optional<SQLException> strike(Connection connection) throws SQLException;
}
