package dev.stet.storage.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.SqlStatements;
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
    static Jdbi prepared(Jdbi jdbi, PlainSql sql) {
        jdbi.getConfig(Handles.class).setForceEndTransactions(false);
        jdbi.getConfig(SqlStatements.class)
                .setTemplateEngine(TemplateEngine.NOP)
                .setSqlParser(sql);
        return jdbi;
    }

    <T> List<T> list(Sql sql, RowMapper<T> row) {
        try (Query query = handle.createQuery(sql.text())) {
            return bound(query, sql.arguments().values())
                    .map((result, context) -> row.map(new RowReader(result)))
                    .list();
        }
    }

    /** How many rows it touched. */
    int update(Sql sql) {
        try (Update update = handle.createUpdate(sql.text())) {
            return bound(update, sql.arguments().values()).execute();
        }
    }

    /** How many rows each of them touched. */
    List<Integer> updateAll(List<Sql> all) {
        if (all.size() < 2 || !dialect.takesStatementsTogether()) {
            return all.stream().map(this::update).toList();
        }
        String text = all.stream().map(Sql::text).collect(Collectors.joining("; "));
        List<Argument> arguments =
                all.stream().flatMap(sql -> sql.arguments().values().stream()).toList();
        try (Update update = handle.createUpdate(text)) {
            return bound(update, arguments).execute((statement, context) -> counts(statement.get()));
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

    private static <S extends SqlStatement<S>> S bound(S statement, List<Argument> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            statement.bind(i, arguments.get(i));
        }
        return statement;
    }

    /** Makes something of a row. */
    interface RowMapper<T> {
        T map(RowReader row) throws SQLException;
    }
}
