package dev.stet.storage.jdbc;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;

/** Keeps a store that begins and ends its own transactions away from those of others. */
final class ForeignTransactions {
    private static final String SPRINGS_PROXY = "org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy";

    /** More wrappers than anybody puts around a connection. */
    private static final int MOST_WRAPPERS = 16;

    private final OpenTransaction openTransaction;

    ForeignTransactions(OpenTransaction openTransaction) {
        this.openTransaction = openTransaction;
    }

    /** To be called before anything else is done on a connection that was lent. */
    void refuse(String doing, Connection lent) throws SQLException {
        boolean autoCommit = lent.getAutoCommit();
        if (!autoCommit && isOfSpringsTransaction(lent)) {
            throw new ForeignTransactionException(
                    doing,
                    "the data source is Spring's TransactionAwareDataSourceProxy, and its connection is that of a transaction"
                            + " of this thread (or the pool behind it has auto-commit off)");
        }
        boolean open = openTransaction.on(lent).orElseGet(() -> unknown(doing, autoCommit));
        if (open) {
            throw new ForeignTransactionException(
                    doing,
                    "one that the store did not begin is open on the connection that the data source handed out");
        }
        if (!autoCommit) {
            requireTheEndIsOurs(doing, lent);
        }
    }

    private static boolean unknown(String doing, boolean autoCommit) {
        if (!autoCommit) {
            throw new ForeignTransactionException(
                    doing,
                    "auto-commit is off on the connection that the data source handed out, and its driver is none that tells"
                            + " whether one is open: switch auto-commit on in the pool");
        }
        return false;
    }

    /** A connection that takes part in a global transaction refuses to end one; where nothing is open, nothing is undone. */
    private static void requireTheEndIsOurs(String doing, Connection idle) throws SQLException {
        try {
            idle.rollback();
        } catch (SQLException refusal) {
            if (idle.isClosed()) {
                throw refusal;
            }
            throw new ForeignTransactionException(
                    doing,
                    "the connection that the data source handed out does not let the store end one ("
                            + refusal.getMessage() + "), as connections in a global transaction do",
                    refusal);
        }
    }

    private static boolean isOfSpringsTransaction(Connection lent) throws SQLException {
        Connection connection = lent;
        for (int wrapper = 0; wrapper < MOST_WRAPPERS; wrapper++) {
            if (Proxy.isProxyClass(connection.getClass())
                    && Proxy.getInvocationHandler(connection)
                            .getClass()
                            .getName()
                            .startsWith(SPRINGS_PROXY)) {
                return true;
            }
            connection = connection.unwrap(Connection.class);
        }
        return false;
    }
}
