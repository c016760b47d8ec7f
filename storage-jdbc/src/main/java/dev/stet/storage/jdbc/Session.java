package dev.stet.storage.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jdbi.v3.core.statement.Update;

/** One connection at work: runs statements, as few round trips as its dialect allows. */
final class Session {
    private static final long LOOK_AGAIN_NANOS = 500_000;

    private final Handle handle;
    private final Dialect dialect;
    private final boolean hosts;
    private Deadline deadline;
    private Optional<String> lockTimeout = Optional.empty();

    private Session(Handle handle, Dialect dialect, Deadline deadline, boolean hosts) {
        this.handle = handle;
        this.dialect = dialect;
        this.deadline = deadline;
        this.hosts = hosts;
    }

    /** To read, or in a transaction of its own that waits for others until then. */
    static Session own(Handle handle, Dialect dialect, Deadline deadline) {
        return new Session(handle, dialect, deadline, false);
    }

    /** In a transaction of the host's, which is left as it was but for what is changed. */
    static Session within(Handle handle, Dialect dialect, Deadline deadline) {
        return new Session(handle, dialect, deadline, true);
    }

    Dialect dialect() {
        return dialect;
    }

    /** From now on it waits for others until then. */
    void waitUntil(Deadline later) {
        deadline = later;
    }

    /** Makes JDBI take statements as they are, and leave transactions to those who began them. */
    static Jdbi prepared(Jdbi jdbi) {
        jdbi.getConfig(Handles.class).setForceEndTransactions(false);
        jdbi.getConfig(SqlStatements.class)
                .setTemplateEngine(TemplateEngine.NOP)
                .setSqlParser(new PlainSql());
        return jdbi;
    }

    <T> List<T> list(Sql sql, RowMapper<T> row) {
        return executed(() -> {
            try (Query query = handle.createQuery(sql.text())) {
                return query.addCustomizer(bound(sql.arguments().values()))
                        .execute((statement, context) -> rows(statement.get(), row));
            }
        });
    }

    private static <T> List<T> rows(PreparedStatement statement, RowMapper<T> row) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (ResultSet result = statement.getResultSet()) {
            while (result.next()) {
                rows.add(row.map(result));
            }
        }
        return rows;
    }

    /** How many rows it touched. */
    int update(Sql sql) {
        return executed(() -> {
            try (Update update = handle.createUpdate(sql.text())) {
                return update.addCustomizer(bound(sql.arguments().values())).execute();
            }
        });
    }

    private <R> R executed(Supplier<R> statement) {
        try {
            return statement.get();
        } catch (RuntimeException | Error failure) {
            KeptStatements.forget(handle);
            throw failure;
        }
    }

    /**
     * The same for a statement that may have to wait for another transaction: no longer than this session may.
     *
     * @param row a query of the row that it changes, if there is one
     */
    int updateWaiting(Sql sql, Sql row) {
        if (dialect.lockingAtOnce().isEmpty()) {
            return updateWaiting(sql);
        }
        Sql locking = new Sql(row.text() + dialect.lockingAtOnce().get(), row.arguments());
        lookingAgain(() -> list(locking, found -> locking));
        return update(sql);
    }

    /** The same for a statement that may have to wait for one that adds the same row. */
    int updateWaiting(Sql sql) {
        Optional<String> waiting = dialect.waitingNoLongerThan();
        if (waiting.isPresent()) {
            return updateWaiting(waiting.get(), sql);
        }
        if (dialect.lockingAtOnce().isEmpty()) {
            return update(sql);
        }
        try {
            return LockTimeout.lowered(
                    deadline, handle.getConnection(), dialect, () -> lookingAgain(() -> update(sql)));
        } catch (SQLException failure) {
            throw new ConnectionException(failure);
        }
    }

    private int updateWaiting(String waiting, Sql sql) {
        List<Arguments.Value> arguments =
                new ArrayList<>(new Arguments().number(deadline.millisLeft()).values());
        arguments.addAll(sql.arguments().values());
        try (Update update = handle.createUpdate(waiting + sql.text())) {
            return update.addCustomizer(bound(arguments)).execute((statement, context) -> waited(statement.get()));
        }
    }

    private <R> R lookingAgain(Supplier<R> statement) {
        while (true) {
            try {
                return statement.get();
            } catch (JdbiException held) {
                if (!Failures.wouldWait(dialect, held) || deadline.nanosLeft() <= 0) {
                    throw held;
                }
                LockSupport.parkNanos(LOOK_AGAIN_NANOS);
                if (Thread.currentThread().isInterrupted()) {
                    throw held;
                }
            }
        }
    }

    /** Where the timeout is set by a query in front, that tells what it was. */
    private int waited(PreparedStatement statement) throws SQLException {
        try (ResultSet before = statement.getResultSet()) {
            if (before == null) {
                return statement.getUpdateCount();
            }
            before.next();
            lockTimeout = Optional.of(before.getString(1)).filter(timeout -> hosts);
        }
        statement.getMoreResults();
        return statement.getUpdateCount();
    }

    /** Puts back what {@link #updateWaiting} set for the rest of a transaction of the host's, unless that was done. */
    void putBack() {
        puttingBack().ifPresent(sql -> list(sql, row -> sql));
    }

    private Optional<Sql> puttingBack() {
        Optional<Sql> sql = lockTimeout.map(
                before -> new Sql("SELECT set_config('lock_timeout', ?, TRUE)", new Arguments().text(before)));
        lockTimeout = Optional.empty();
        return sql;
    }

    /** Whether a statement failed because a row with that key is there already, in a transaction that can go on. */
    boolean isDuplicate(JdbiException failure) {
        return !dialect.failureEndsTransaction() && Failures.isDuplicate(dialect, failure);
    }

    /** How many rows each of them touched. */
    List<Integer> updateAll(List<Sql> updates) {
        List<Sql> all = Stream.concat(updates.stream(), puttingBack().stream()).toList();
        if (all.size() < 2 || !dialect.takesStatementsTogether()) {
            return all.stream().map(this::update).toList();
        }
        String text = all.stream().map(Sql::text).collect(Collectors.joining("; "));
        List<Arguments.Value> arguments =
                all.stream().flatMap(sql -> sql.arguments().values().stream()).toList();
        try (Update update = handle.createUpdate(text)) {
            return update.addCustomizer(bound(arguments)).execute((statement, context) -> counts(statement.get()));
        }
    }

    private static List<Integer> counts(PreparedStatement statement) throws SQLException {
        List<Integer> counts = new ArrayList<>();
        for (int count = statement.getUpdateCount(); count >= 0; count = statement.getUpdateCount()) {
            counts.add(count);
            statement.getMoreResults();
        }
        return counts;
    }

    /** Sets the parameters right before the statement is executed: JDBI's own way would look each of them up. */
    private static StatementCustomizer bound(List<Arguments.Value> arguments) {
        return new StatementCustomizer() {
            @Override
            public void beforeExecution(PreparedStatement statement, StatementContext context) throws SQLException {
                for (int i = 0; i < arguments.size(); i++) {
                    arguments.get(i).set(statement, i + 1);
                }
            }
        };
    }

    /** Makes something of the current row of a result. */
    interface RowMapper<T> {
        T map(ResultSet row) throws SQLException;
    }
}
