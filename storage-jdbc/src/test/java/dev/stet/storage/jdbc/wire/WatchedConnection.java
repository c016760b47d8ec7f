package dev.stet.storage.jdbc.wire;

import dev.stet.storage.jdbc.wire.Event.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A connection whose events a {@link Wire} hears of, and those of its statements. */
final class WatchedConnection {
    private final Wire wire;
    private final Connection connection;

    private WatchedConnection(Wire wire, Connection connection) {
        this.wire = wire;
        this.connection = connection;
    }

    static Connection around(Wire wire, Connection connection) {
        return Forwarding.to(connection, Connection.class, new WatchedConnection(wire, connection)::on);
    }

    private @Nullable Object on(Forwarding.Call call) throws Throwable {
        Optional<Kind> kind = kind(call);
        if (kind.isPresent()) {
            return wire.pass(Event.of(kind.get()), connection, call);
        }
        Object result = call.proceed();
        if (call.name().equals("unwrap") && call.arguments().equals(List.of(Connection.class))) {
            return wire.unwrapped((Connection) Objects.requireNonNull(result));
        }
        if (result instanceof PreparedStatement statement) {
            return WatchedStatement.around(wire, connection, statement, PreparedStatement.class, call.text(0));
        }
        if (result instanceof Statement statement) {
            return WatchedStatement.around(wire, connection, statement, Statement.class, "");
        }
        return result;
    }

    private static Optional<Kind> kind(Forwarding.Call call) {
        return switch (call.name()) {
            case "commit" -> Optional.of(Kind.COMMIT);
            case "rollback" -> Optional.of(call.argumentCount() == 0 ? Kind.ROLLBACK : Kind.ROLLBACK_TO_SAVEPOINT);
            case "setAutoCommit" ->
                Optional.of(call.text(0).equals("true") ? Kind.AUTO_COMMIT_ON : Kind.AUTO_COMMIT_OFF);
            case "setSavepoint" -> Optional.of(Kind.SAVEPOINT);
            case "releaseSavepoint" -> Optional.of(Kind.RELEASE_SAVEPOINT);
            case "close" -> Optional.of(Kind.CLOSE);
            default -> Optional.empty();
        };
    }
}
