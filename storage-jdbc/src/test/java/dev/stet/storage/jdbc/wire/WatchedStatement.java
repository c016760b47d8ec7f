package dev.stet.storage.jdbc.wire;

import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A statement whose executions a {@link Wire} hears of. */
final class WatchedStatement {
    private final Wire wire;
    private final Connection connection;
    private final String text;
    private final SortedMap<Integer, Object> arguments = new TreeMap<>();
    private final List<String> batch = new ArrayList<>();

    private WatchedStatement(Wire wire, Connection connection, String text) {
        this.wire = wire;
        this.connection = connection;
        this.text = text;
    }

    /** @param text of the statement that was prepared; empty where none was */
    static <S extends Statement> S around(
            Wire wire, Connection connection, Statement statement, Class<S> type, String text) {
        return Forwarding.to(type.cast(statement), type, new WatchedStatement(wire, connection, text)::on);
    }

    private @Nullable Object on(Forwarding.Call call) throws Throwable {
        switch (call.name()) {
            case "execute", "executeQuery", "executeUpdate", "executeLargeUpdate" -> {
                return wire.pass(event(call), connection, call);
            }
            case "executeBatch", "executeLargeBatch" -> {
                return wire.pass(Event.statement(String.join("; ", batch), bound()), connection, call);
            }
            case "addBatch" -> batch.add(call.argumentCount() == 0 ? text : call.text(0));
            case "setNull" -> arguments.put(index(call), Optional.empty());
            default -> {
                if (call.name().startsWith("set") && call.argumentCount() == 2) {
                    arguments.put(index(call), call.arguments().get(1));
                }
            }
        }
        return call.proceed();
    }

    private Event event(Forwarding.Call call) {
        return Event.statement(call.argumentCount() == 0 ? text : call.text(0), bound());
    }

    private List<Object> bound() {
        return List.copyOf(arguments.values());
    }

    private static int index(Forwarding.Call call) {
        return Integer.parseInt(call.text(0));
    }
}
