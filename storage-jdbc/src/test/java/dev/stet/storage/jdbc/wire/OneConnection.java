package dev.stet.storage.jdbc.wire;

import dev.stet.storage.jdbc.Dialect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * A pool of one connection that looks at what it is given back and tidies nothing up: a connection that comes back open
 * must be in no transaction, with auto-commit and the time that it waits for locks as they were. A second connection at the same time is not to be had. One that
 * is aborted is closed, also where the driver would do nothing about it. Not for use by several threads.
 */
public final class OneConnection implements AutoCloseable {
    private final DataSource target;
    private final boolean autoCommit;
    private final boolean trusting;
    private final List<String> complaints = new ArrayList<>();
    private Optional<Connection> physical = Optional.empty();
    private boolean taken;
    private boolean replaced;
    private String lockTimeout = "";

    private OneConnection(DataSource target, boolean autoCommit, boolean trusting) {
        this.target = target;
        this.autoCommit = autoCommit;
        this.trusting = trusting;
    }

    /**
     * Connects when it is first asked to.
     *
     * @param target gives physical connections
     * @param autoCommit whether those that ask get connections with auto-commit on
     */
    public static OneConnection to(DataSource target, boolean autoCommit) {
        return new OneConnection(target, autoCommit, false);
    }

    /** With auto-commit on, and without looking at what it is given back: looking takes statements. */
    public static OneConnection trusting(DataSource target) {
        return new OneConnection(target, true, true);
    }

    /** The pool. */
    public DataSource dataSource() {
        return Forwarding.to(
                target, DataSource.class, call -> call.name().equals("getConnection") ? take() : call.proceed());
    }

    /** What was wrong with connections that were given back since it was last asked. */
    public List<String> takeComplaints() {
        List<String> taken = List.copyOf(complaints);
        complaints.clear();
        return taken;
    }

    /** Whether the connection had to be replaced since this was last asked. */
    public boolean takeReplaced() {
        boolean answer = replaced;
        replaced = false;
        return answer;
    }

    private Connection take() throws SQLException {
        if (taken) {
            throw new SQLException("the only connection is taken");
        }
        if (physical.isEmpty() || physical.get().isClosed()) {
            Connection connection = target.getConnection();
            connection.setAutoCommit(autoCommit);
            replaced |= physical.isPresent();
            physical = Optional.of(connection);
            lockTimeout = trusting ? "" : lockTimeout(connection);
        }
        taken = true;
        Connection made = physical.get();
        return Forwarding.to(made, Connection.class, call -> {
            switch (call.name()) {
                case "close" -> giveBack(made);
                case "abort" -> made.close();
                default -> {
                    return call.proceed();
                }
            }
            return null;
        });
    }

    private void giveBack(Connection connection) throws SQLException {
        if (!taken) {
            return;
        }
        taken = false;
        if (trusting || connection.isClosed()) {
            return;
        }
        if (connection.getAutoCommit() != autoCommit) {
            complain("auto-commit is " + !autoCommit, connection);
        } else if (inTransaction(connection)) {
            complain("a transaction is open", connection);
        } else if (!lockTimeout(connection).equals(lockTimeout)) {
            complain("the time to wait for a lock is " + lockTimeout(connection) + " after " + lockTimeout, connection);
        }
    }

    /** Of a session that can be asked without a round trip. */
    private static String lockTimeout(Connection connection) throws SQLException {
        String question = switch (Dialect.of(connection)) {
            case H2 -> "SELECT LOCK_TIMEOUT()";
            case SQLITE -> "PRAGMA busy_timeout";
            case POSTGRESQL, MARIADB -> "";
        };
        if (question.isEmpty()) {
            return "";
        }
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        } finally {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        }
    }

    private void complain(String what, Connection connection) throws SQLException {
        complaints.add(what);
        connection.close();
    }

    private boolean inTransaction(Connection connection) throws SQLException {
        return OpenTransaction.on(connection, Dialect.of(connection));
    }

    @Override
    public void close() throws SQLException {
        if (physical.isPresent()) {
            physical.get().close();
        }
    }
}
