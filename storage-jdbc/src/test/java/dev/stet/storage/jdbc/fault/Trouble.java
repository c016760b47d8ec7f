package dev.stet.storage.jdbc.fault;

import dev.stet.storage.jdbc.Dialect;
import dev.stet.storage.jdbc.wire.Event;
import dev.stet.storage.jdbc.wire.Event.Kind;
import dev.stet.storage.jdbc.wire.Harm;
import dev.stet.storage.jdbc.wire.Injection.Moment;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What databases do to programs. */
enum Trouble {
    /** Something fails, for whatever reason, and the connection is as good as before. */
    FAILURE,
    /** This process fails. */
    ERROR,
    /** The database gives way to another transaction. */
    CONTENTION,
    /** Somebody else gave the same key. */
    DUPLICATE,
    /** The database does not know itself whether it committed. */
    UNCERTAINTY,
    /** The pool has no connection. */
    EXHAUSTION,
    /** The connection breaks, and the database undoes what was not committed. */
    LOSS;

    private static final Set<Kind> CAN_GIVE_WAY = EnumSet.of(Kind.BEGIN, Kind.COMMIT);

    /** Whether it can happen there. */
    boolean happensAt(Event event, Moment moment) {
        Kind kind = event.kind();
        if (kind == Kind.CONNECT) {
            return (this == FAILURE || this == EXHAUSTION) && moment == Moment.BEFORE;
        }
        if (kind == Kind.CLOSE) {
            // What a pool cannot take back it has to throw away itself.
            return this == LOSS ? moment == Moment.BEFORE : this == FAILURE && moment == Moment.AFTER;
        }
        return switch (this) {
            case FAILURE, LOSS -> true;
            case ERROR -> kind == Kind.STATEMENT || kind == Kind.COMMIT;
            // What has taken effect did not give way, and a setting meets nobody.
            case CONTENTION ->
                (kind == Kind.STATEMENT && !event.setsLockTimeout())
                        || (moment == Moment.BEFORE && CAN_GIVE_WAY.contains(kind));
            case DUPLICATE -> event.writes() && moment == Moment.BEFORE;
            case UNCERTAINTY -> kind == Kind.COMMIT;
            case EXHAUSTION -> false;
        };
    }

    /** What it does to a connection. */
    Harm harm(Dialect dialect, Moment moment) {
        return switch (this) {
            case FAILURE ->
                connection -> Optional.of(new SQLException("the database has a problem of its own", "58000"));
            case ERROR ->
                connection -> {
                    throw new AssertionError("this process has a problem of its own");
                };
            case CONTENTION -> connection -> Optional.of(givingWay(connection, dialect));
            case DUPLICATE -> connection -> Optional.of(duplicate(dialect));
            case UNCERTAINTY -> connection -> Optional.of(new SQLException("who knows", "40003"));
            case EXHAUSTION ->
                connection -> {
                    throw new IllegalStateException("a pool's own way to say that it has no connection");
                };
            case LOSS -> connection -> losing(connection, dialect, moment);
        };
    }

    /** All but SQLite have undone the whole transaction by the time they say so, or made it unusable. */
    private static SQLException givingWay(Connection connection, Dialect dialect) {
        return switch (dialect) {
            case H2 -> {
                execute(connection, "ROLLBACK");
                yield new SQLException("deadlock", "40001", 40_001);
            }
            case MARIADB -> {
                execute(connection, "ROLLBACK");
                yield new SQLException("deadlock", "40001", 1_213);
            }
            case POSTGRESQL -> {
                execute(connection, "SELECT 1 / 0");
                yield new SQLException("serialization failure", "40001");
            }
            case SQLITE -> new SQLException("busy", null, 5);
        };
    }

    private static SQLException duplicate(Dialect dialect) {
        return switch (dialect) {
            case H2 -> new SQLException("duplicate", "23505", 23_505);
            case SQLITE -> new SQLException("UNIQUE constraint failed", null, 19);
            case POSTGRESQL -> new SQLException("duplicate", "23505");
            case MARIADB -> new SQLException("duplicate", "23000", 1_062);
        };
    }

    private static Optional<SQLException> losing(Connection connection, Dialect dialect, Moment moment)
            throws SQLException {
        Connection physical = connection.unwrap(Connection.class);
        if (dialect == Dialect.H2 || dialect == Dialect.SQLITE) {
            // In this process there is nothing to abort.
            physical.close();
        } else {
            physical.abort(Runnable::run);
        }
        return moment == Moment.BEFORE
                ? Optional.empty()
                : Optional.of(new SQLException("the connection is gone", "08006"));
    }

    private static void execute(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException expected) {
            // There is no transaction, or it is where it should be.
            return;
        }
    }
}
