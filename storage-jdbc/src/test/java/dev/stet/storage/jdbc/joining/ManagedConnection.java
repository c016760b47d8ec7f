package dev.stet.storage.jdbc.joining;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A connection as containers hand it out: while it takes part in a global transaction, it lets nobody end that. */
final class ManagedConnection implements HostTransaction, AutoCloseable {
    private static final Set<String> ENDS = Set.of("commit", "rollback", "setAutoCommit", "abort");

    private final Connection physical;
    private final Connection handedOut;
    private boolean takesPart;
    private boolean hidesTheDriver;

    ManagedConnection(Connection physical) {
        this.physical = physical;
        this.handedOut = proxy(Connection.class, (self, method, arguments) -> call(method, arguments));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    DataSource dataSource() {
        return proxy(DataSource.class, (self, method, arguments) -> switch (method.getName()) {
            case "getConnection" -> handedOut;
            case "isWrapperFor" -> false;
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    /** The same, with nothing behind it to be seen. */
    DataSource dataSourceOfAnUnknownDriver() {
        hidesTheDriver = true;
        return dataSource();
    }

    Connection physical() {
        return physical;
    }

    private @Nullable Object call(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("close")) {
            return null;
        }
        if (hidesTheDriver && method.getName().equals("isWrapperFor")) {
            return false;
        }
        if (hidesTheDriver && method.getName().equals("unwrap")) {
            return handedOut;
        }
        if (takesPart && ENDS.contains(method.getName())) {
            throw new SQLException("it takes part in a global transaction");
        }
        try {
            return method.invoke(physical, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    @Override
    public Open begin() throws SQLException {
        physical.setAutoCommit(false);
        takesPart = true;
        return new Open(physical, () -> {
            physical.commit();
            takesPart = false;
            physical.setAutoCommit(true);
        });
    }

    @Override
    public void close() throws SQLException {
        physical.close();
    }
}
