package dev.stet.storage.jdbc;

import org.jdbi.v3.core.statement.ParsedParameters;
import org.jdbi.v3.core.statement.ParsedSql;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.StatementContext;

/** Takes statements as they are. */
final class PlainSql implements SqlParser {
    @Override
    public ParsedSql parse(String sql, StatementContext context) {
        return ParsedSql.of(sql, ParsedParameters.positional(0));
    }

    @Override
    public String nameParameter(String name, StatementContext context) {
        throw new UnsupportedOperationException("parameters have no names here, but one is called " + name);
    }
}
