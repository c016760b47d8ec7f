package dev.stet.storage.jdbc.wire;

import dev.stet.storage.jdbc.wire.Event.Kind;
import dev.stet.storage.jdbc.wire.Injection.Moment;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The way from a program to a database: tells what went over it, and does harm to it when told to. Safe for use by several
 * threads; events are in the order in which they began.
 */
public final class Wire {
    private final DataSource target;
    private final List<Event> events = new ArrayList<>();
    private final IdentityHashMap<Connection, Connection> watched = new IdentityHashMap<>();
    private Optional<Injection> injection = Optional.empty();

    private Wire(DataSource target) {
        this.target = target;
    }

    /** The way to what {@code target} connects to. */
    public static Wire to(DataSource target) {
        return new Wire(target);
    }

    /** The same data source, watched. */
    public DataSource dataSource() {
        return Forwarding.to(target, DataSource.class, call -> {
            if (!call.name().equals("getConnection")) {
                return call.proceed();
            }
            return WatchedConnection.around(this, connect(call));
        });
    }

    /** What a watched connection unwraps to: watched as well, and the same each time. */
    synchronized Connection unwrapped(Connection connection) {
        return watched.computeIfAbsent(connection, physical -> WatchedConnection.around(this, physical));
    }

    private Connection connect(Forwarding.Call call) throws Throwable {
        Event event = Event.of(Kind.CONNECT);
        Optional<Injection> due = begin(event, Moment.BEFORE);
        Connection connection = (Connection) call.proceed();
        if (due.isPresent()) {
            connection.close();
            throw due.get().harm().strike(connection).orElseThrow();
        }
        return connection;
    }

    /** What went over it since it was made, or since {@link #forget}. */
    public synchronized List<Event> events() {
        return List.copyOf(events);
    }

    /** Forgets all events, and harm that did not happen. */
    public void forget() {
        forget(Optional.empty());
    }

    /** The same; and there is harm to be done, once. */
    public synchronized void forget(Optional<Injection> given) {
        events.clear();
        injection = given;
    }

    /** Whether harm that was injected is still to happen. */
    public synchronized boolean pending() {
        return injection.isPresent();
    }

    Object pass(Event event, Connection connection, Forwarding.Call call) throws Throwable {
        Optional<Injection> before = begin(event, Moment.BEFORE);
        if (before.isPresent()) {
            strike(before.get(), connection);
        }
        int number = number();
        Object result = call.proceed();
        Optional<Injection> after = due(number, Moment.AFTER);
        if (after.isPresent()) {
            strike(after.get(), connection);
        }
        return result;
    }

    private synchronized Optional<Injection> begin(Event event, Moment moment) {
        events.add(event);
        return due(events.size(), moment);
    }

    private synchronized int number() {
        return events.size();
    }

    private synchronized Optional<Injection> due(int number, Moment moment) {
        Optional<Injection> due = injection.filter(given -> given.event() == number && given.moment() == moment);
        if (due.isPresent()) {
            injection = Optional.empty();
        }
        return due;
    }

    private static void strike(Injection injection, Connection connection) throws SQLException {
        Optional<SQLException> heard = injection.harm().strike(connection);
        if (heard.isPresent()) {
            throw heard.get();
        }
    }
}
