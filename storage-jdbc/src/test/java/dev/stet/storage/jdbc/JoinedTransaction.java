package dev.stet.storage.jdbc;

import dev.stet.storage.JoinedStorage;
import dev.stet.storage.tck.HostTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A transaction of a host's on a connection of its own. */
record JoinedTransaction(Connection connection, JoinedStorage storage) implements HostTransaction {
    static JoinedTransaction begun(JdbcStorage storage, DataSource connections) {
        try {
            Connection connection = connections.getConnection();
            connection.setAutoCommit(false);
            return new JoinedTransaction(connection, storage.joining(connection));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
