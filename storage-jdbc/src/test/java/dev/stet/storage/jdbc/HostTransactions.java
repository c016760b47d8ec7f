package dev.stet.storage.jdbc;

import dev.stet.storage.InterruptedCallException;
import dev.stet.storage.OutcomeUnknownException;
import dev.stet.storage.Storage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A host that makes every call of a store inside a transaction of its own. */
public final class HostTransactions {
    private final JdbcStorage storage;
    private final DataSource connections;

    private HostTransactions(JdbcStorage storage, DataSource connections) {
        this.storage = storage;
        this.connections = connections;
    }

    /** Each call in a transaction of its own, on a connection of its own. */
    public static Storage around(JdbcStorage storage, DataSource connections) {
        HostTransactions host = new HostTransactions(storage, connections);
        return (Storage) Proxy.newProxyInstance(
                Storage.class.getClassLoader(),
                new Class<?>[] {Storage.class},
                (proxy, method, arguments) -> host.call(method, arguments));
    }

    /** A pool gives none to a thread that is interrupted. */
    private Connection connection() throws SQLException {
        try {
            return connections.getConnection();
        } catch (SQLException failure) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedCallException("beginning a transaction", failure);
            }
            throw failure;
        }
    }

    private @Nullable Object call(Method method, @Nullable Object[] arguments) throws Throwable {
        try (Connection connection = connection()) {
            connection.setAutoCommit(false);
            try {
                Object result = method.invoke(storage.joining(connection), arguments);
                connection.commit();
                return result;
            } catch (InvocationTargetException thrown) {
                connection.rollback();
                throw thrown.getCause();
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException failure) {
            throw new OutcomeUnknownException("the host's own transaction failed", failure);
        }
    }
}
