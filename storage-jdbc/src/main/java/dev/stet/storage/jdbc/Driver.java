package dev.stet.storage.jdbc;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Reaches the driver behind the connections of a data source. No driver is a dependency of the store: its type is found by
 * name, where the type of the connection that is handed out was found.
 */
final class Driver {
    private final String typeName;

    private final ClassValue<Optional<Class<? extends Connection>>> types = new ClassValue<>() {
        @Override
        protected Optional<Class<? extends Connection>> computeValue(Class<?> lent) {
            return Stream.of(
                            lent.getClassLoader(),
                            Thread.currentThread().getContextClassLoader(),
                            Driver.class.getClassLoader())
                    .flatMap(loader -> loaded(loader).stream())
                    .findFirst();
        }
    };

    Driver(Dialect dialect) {
        typeName = switch (dialect) {
            case H2 -> "org.h2.jdbc.JdbcConnection";
            case SQLITE -> "org.sqlite.SQLiteConnection";
            case POSTGRESQL -> "org.postgresql.core.BaseConnection";
            case MARIADB -> "org.mariadb.jdbc.Connection";
        };
    }

    private Optional<Class<? extends Connection>> loaded(ClassLoader loader) {
        try {
            return Optional.of(Class.forName(typeName, false, loader).asSubclass(Connection.class));
        } catch (ClassNotFoundException | LinkageError notThere) {
            return Optional.empty();
        }
    }

    /** The type by which the driver makes public what it knows of a connection; empty where it is another driver. */
    Optional<Class<? extends Connection>> type(Connection lent) throws SQLException {
        Optional<Class<? extends Connection>> type = types.get(lent.getClass());
        return type.isPresent() && lent.isWrapperFor(type.get()) ? type : Optional.empty();
    }

    /** The physical connection, as far as it can be reached. */
    Connection connection(Connection lent) throws SQLException {
        return lent.unwrap(type(lent).orElse(Connection.class));
    }

    /** What a method without arguments answers. By the public type: the object's own may not be. */
    static Object ask(Class<?> type, Object target, String method) throws ReflectiveOperationException {
        return type.getMethod(method).invoke(target);
    }

    /** A number that the driver tells of a connection; empty where it does not. */
    OptionalInt number(Connection lent, String method) throws SQLException {
        Optional<Class<? extends Connection>> type = type(lent);
        if (type.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of((Integer) ask(type.get(), lent.unwrap(type.get()), method));
        } catch (ReflectiveOperationException otherRelease) {
            return OptionalInt.empty();
        }
    }

    /** The function of PostgreSQL that a warning comes from; empty where it comes from another driver than PostgreSQL's. */
    static Optional<String> postgresqlRoutine(SQLWarning warning) {
        try {
            Method server = warning.getClass().getMethod("getServerErrorMessage");
            Object message = server.invoke(warning);
            return message == null
                    ? Optional.empty()
                    : Optional.ofNullable((String) ask(server.getReturnType(), message, "getRoutine"));
        } catch (ReflectiveOperationException otherDriver) {
            return Optional.empty();
        }
    }
}
