package dev.stet.storage.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** Connections on which the host has run some statements before it hands them out. */
final class Prelude {
    private Prelude() {}

    static DataSource before(DataSource connections, String... statements) {
        return (DataSource) Proxy.newProxyInstance(
                Prelude.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(connections, arguments);
                        if (result instanceof Connection connection) {
                            execute(connection, List.of(statements));
                        }
                        return result;
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    static void run(DataSource connections, List<String> statements) throws SQLException {
        try (Connection connection = connections.getConnection()) {
            execute(connection, statements);
        }
    }

    private static void execute(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
