package dev.stet.storage.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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
    private final Handle handle;
    private final Dialect dialect;

    Session(Handle handle, Dialect dialect) {
        this.handle = handle;
        this.dialect = dialect;
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
        try (Query query = handle.createQuery(sql.text())) {
            return query.addCustomizer(bound(sql.arguments().values()))
                    .execute((statement, context) -> rows(statement.get(), row));
        }
    }

    private static <T> List<T> rows(PreparedStatement statement, RowMapper<T> row) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (ResultSet result = statement.getResultSet()) {
            while (result.next()) {
                rows.add(row.map(new RowReader(result)));
            }
        }
        return rows;
    }

    /** How many rows it touched. */
    int update(Sql sql) {
        try (Update update = handle.createUpdate(sql.text())) {
            return update.addCustomizer(bound(sql.arguments().values())).execute();
        }
    }

    /** Whether a statement failed because a row with that key is there already, in a transaction that can go on. */
    boolean isDuplicate(JdbiException failure) {
        return !dialect.failureEndsTransaction() && Failures.isDuplicate(dialect, failure);
    }

    /** How many rows each of them touched. */
    List<Integer> updateAll(List<Sql> all) {
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

    /** Makes something of a row. */
    interface RowMapper<T> {
        T map(RowReader row) throws SQLException;
    }
}
