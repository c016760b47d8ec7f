package dev.stet.storage.jdbc.joining;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** A transaction that a host begins in one of the ways there are. */
interface HostTransaction {
    /** Begins it. */
    Open begin() throws SQLException;

    /** As it is done with JDBC alone. */
    static HostTransaction on(DataSource connections) {
        return () -> {
            Connection connection = connections.getConnection();
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            return new Open(connection, () -> {
                connection.commit();
                connection.setAutoCommit(autoCommit);
                connection.close();
            });
        };
    }

    /** By SQL, behind the back of JDBC. */
    static HostTransaction byStatement(DataSource connections) {
        return () -> {
            Connection connection = connections.getConnection();
            execute(connection, "BEGIN");
            return new Open(connection, () -> {
                execute(connection, "COMMIT");
                connection.close();
            });
        };
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** By Spring, bound to this thread. */
    static HostTransaction ofSpring(DataSource connections) {
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(connections);
        DataSource managed = transactions.getDataSource();
        if (managed == null) {
            throw new IllegalStateException("a transaction manager without a data source");
        }
        return () -> {
            TransactionStatus status = transactions.getTransaction(new TransactionTemplate());
            return new Open(DataSourceUtils.getConnection(managed), () -> transactions.commit(status));
        };
    }

    /** One that was begun. */
    record Open(Connection connection, End end) {
        /** What the host writes in it. */
        void note(int id) throws SQLException {
            Host.note(connection, id);
        }

        void commit() throws SQLException {
            end.run();
        }
    }

    /** How it is committed. */
    interface End {
        void run() throws SQLException;
    }
}
