package dev.stet.storage.jdbc;

import java.util.List;
import java.util.stream.Collectors;

/** A query that is put together from its conditions, each with its arguments. */
final class Select {
    private final StringBuilder text;
    private final Arguments arguments = new Arguments();
    private boolean conditioned;

    private Select(String beginning) {
        text = new StringBuilder(beginning);
    }

    /** From one table; {@code columns} of it. */
    static Select of(String columns, String table) {
        return new Select("SELECT " + columns + " FROM " + table);
    }

    /** The names of columns, separated by commas, each behind the same alias. */
    static String names(String alias, List<Column> columns) {
        return columns.stream().map(column -> alias + column.name()).collect(Collectors.joining(", "));
    }

    /** What to give as arguments to the part that was added last; in the order of its question marks. */
    Arguments arguments() {
        return arguments;
    }

    Select where(String condition) {
        text.append(conditioned ? " AND " : " WHERE ").append(condition);
        conditioned = true;
        return this;
    }

    Select then(String clause) {
        text.append(' ').append(clause);
        return this;
    }

    Sql sql() {
        return new Sql(text.toString(), arguments);
    }
}
