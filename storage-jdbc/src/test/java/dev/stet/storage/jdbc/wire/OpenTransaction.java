package dev.stet.storage.jdbc.wire;

import dev.stet.storage.jdbc.Dialect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** Asks a database whether a connection is inside a transaction, as far as the database can tell. */
final class OpenTransaction {
    private OpenTransaction() {}

    /** Begins none itself. */
    static boolean on(Connection connection, Dialect dialect) throws SQLException {
        return switch (dialect) {
            case H2 ->
                answer(
                        connection,
                        "SELECT CONTAINS_UNCOMMITTED FROM INFORMATION_SCHEMA.SESSIONS WHERE SESSION_ID = SESSION_ID()");
            case SQLITE -> connection.getAutoCommit() && !canBegin(connection);
            case POSTGRESQL -> connection.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE;
            case MARIADB -> answer(connection, "SELECT @@in_transaction");
        };
    }

    private static boolean answer(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** SQLite has no word for it, but refuses to begin a transaction inside another one. */
    private static boolean canBegin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN");
            statement.execute("ROLLBACK");
            return true;
        } catch (SQLException inside) {
            return false;
        }
    }
}
