package dev.stet.storage.jdbc;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jdbi.v3.core.statement.ParsedSql;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.StatementContext;

/** Takes statements as they are: every question mark is a parameter, and nothing else is anything. */
final class PlainSql implements SqlParser {
    private final ConcurrentMap<String, ParsedSql> parsed = new ConcurrentHashMap<>();

    @Override
    public ParsedSql parse(String sql, StatementContext context) {
        ParsedSql known = parsed.get(sql);
        return known != null ? known : parsed.computeIfAbsent(sql, PlainSql::split);
    }

    @Override
    public String nameParameter(String name, StatementContext context) {
        throw new UnsupportedOperationException("parameters have no names here, but one is called " + name);
    }

    private static ParsedSql split(String sql) {
        ParsedSql.Builder builder = ParsedSql.builder();
        int from = 0;
        for (int mark = sql.indexOf('?'); mark >= 0; mark = sql.indexOf('?', from)) {
            builder.append(sql.substring(from, mark)).appendPositionalParameter();
            from = mark + 1;
        }
        return builder.append(sql.substring(from)).build();
    }
}
