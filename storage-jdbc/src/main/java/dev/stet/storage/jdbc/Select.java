package dev.stet.storage.jdbc;

/** A query that is put together from its conditions, each with its arguments. */
final class Select {
    private final StringBuilder text;
    private final Arguments arguments = new Arguments();
    private boolean conditioned;

    private Select(String beginning) {
        text = new StringBuilder(beginning);
    }

    /** What stands before the conditions. */
    static Select of(String beginning) {
        return new Select(beginning);
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
