package dev.stet.storage.jdbc.fault;

import dev.stet.storage.jdbc.Dialect;
import dev.stet.storage.jdbc.operation.Operation;
import dev.stet.storage.jdbc.wire.Event.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** Tries mishaps inside a transaction of the host's, in which the host has written something itself. */
final class Joined {
    /** What a host does after a call, whether it threw or not. */
    private enum Host {
        ROLLS_BACK,
        COMMITS
    }

    private final Bench bench;
    private final Findings findings = new Findings();

    Joined(Bench bench) {
        this.bench = bench;
    }

    /** What came out wrong. */
    List<String> findings() {
        return findings.all();
    }

    void tryAll(Operation operation) {
        Course course = course(operation);
        List<Mishap> mishaps = course.mishaps();
        for (int i = 0; i < mishaps.size(); i++) {
            for (Host host : Host.values()) {
                if (course.isTriedWhole() || host == Host.values()[i & 1]) {
                    attempt(mishaps.get(i), host);
                }
            }
        }
    }

    private Course course(Operation operation) {
        try (Connection connection = begun()) {
            bench.wire().forget();
            Object outcome = operation.on(bench.within(connection));
            Course course = new Course(operation, bench.wire().events(), outcome, bench.untouched());
            connection.commit();
            connection.setAutoCommit(true);
            Course whole = new Course(operation, course.events(), outcome, bench.state());
            bench.restore();
            return whole;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Connection begun() throws SQLException {
        Connection connection = bench.wire().dataSource().getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO host_note (id) VALUES (1)");
        }
        return connection;
    }

    private void attempt(Mishap mishap, Host host) {
        try {
            Connection connection = begun();
            bench.wire().forget(Optional.of(mishap.injection(bench.dialect())));
            Ending ending = Ending.of(() -> mishap.course().operation().on(bench.within(connection)));
            findings.expect(mishap, "that it happened", !bench.wire().pending());
            findings.expect(mishap, "auto-commit off", connection.isClosed() || !connection.getAutoCommit());
            expectEnding(mishap, ending);
            boolean committed = ended(connection, host);
            expectState(mishap, ending, committed);
        } catch (SQLException failure) {
            throw new IllegalStateException(mishap.toString(), failure);
        }
        findings.expectGoodPool(mishap, bench);
        bench.restoreIfChanged();
    }

    private void expectEnding(Mishap mishap, Ending ending) {
        Ending.Kind expected =
                mishap.event().kind() == Kind.RELEASE_SAVEPOINT || mishap.isPuttingBack() || mishap.isMended()
                        ? Ending.Kind.OUTCOME // The change is in the transaction.
                        : switch (mishap.trouble()) {
                            case CONTENTION, DUPLICATE -> Ending.Kind.CONTENDED;
                            case ERROR -> Ending.Kind.OTHER;
                            case FAILURE, UNCERTAINTY, LOSS, EXHAUSTION -> Ending.Kind.FAILED;
                        };
        findings.expect(mishap, expected + ", but it was " + ending, ending.kind() == expected);
    }

    /** Whether the host could commit. */
    private boolean ended(Connection connection, Host host) throws SQLException {
        boolean committed = false;
        try {
            if (host == Host.COMMITS) {
                connection.commit();
                committed = true;
            } else {
                connection.rollback();
            }
        } catch (SQLException lost) {
            committed = false;
        }
        if (!connection.isClosed()) {
            if (!committed) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
        connection.close();
        return committed;
    }

    private void expectState(Mishap mishap, Ending ending, boolean committed) {
        Course course = mishap.course();
        boolean done = ending.kind() == Ending.Kind.OUTCOME && committed;
        State expected = done ? course.after() : bench.untouched();
        findings.expect(
                mishap,
                done ? "the change as a whole" : "no change",
                bench.state(bench.untouched(), course.after()).equals(expected));
        int notes = committed && survives(mishap) ? 1 : 0;
        findings.expect(mishap, notes + " rows of the host's", bench.notes() == notes);
    }

    /** Whether what the host did before is there when it commits although the call failed. */
    private boolean survives(Mishap mishap) {
        return switch (mishap.trouble()) {
            case LOSS, EXHAUSTION -> false;
            // The others undo the whole transaction.
            case CONTENTION -> bench.dialect() == Dialect.SQLITE;
            // PostgreSQL has no savepoint to go back to.
            case FAILURE, ERROR, UNCERTAINTY, DUPLICATE ->
                bench.dialect() != Dialect.POSTGRESQL || !mishap.event().writes();
        };
    }
}
