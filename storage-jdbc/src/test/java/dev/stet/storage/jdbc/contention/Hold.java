package dev.stet.storage.jdbc.contention;

import dev.stet.ref.AgentId;
import dev.stet.storage.jdbc.JdbcStorage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** What an open transaction holds of an agent, so that changes of that agent wait for it. */
enum Hold {
    /** Its row, locked by a statement that has nothing to do with Stet. */
    ROW {
        @Override
        void take(Connection connection, JdbcStorage storage, AgentId agent) throws SQLException {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE stet_agent SET head_at = head_at WHERE workspace = 'w' AND agent = ?")) {
                update.setString(1, agent.value());
                update.executeUpdate();
            }
        }
    },
    /** All kinds of changes, made in the transaction. */
    CHANGES {
        @Override
        void take(Connection connection, JdbcStorage storage, AgentId agent) {
            Life.in(storage).within(storage.joining(connection)).work(agent);
        }
    },
    /** Its deletion. */
    DELETION {
        @Override
        void take(Connection connection, JdbcStorage storage, AgentId agent) {
            Life.in(storage).within(storage.joining(connection)).delete(agent);
        }
    };

    /** Takes hold, in a transaction that the caller ends. */
    abstract void take(Connection connection, JdbcStorage storage, AgentId agent) throws SQLException;
}
