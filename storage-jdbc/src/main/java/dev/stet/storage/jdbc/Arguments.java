package dev.stet.storage.jdbc;

import dev.stet.storage.Bytes;
import dev.stet.storage.Column;
import dev.stet.storage.Index.Part;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;

/** The values of a statement's parameters, in their order, each written as {@link RowReading} reads it. */
final class Arguments {
    private final List<Value> values = new ArrayList<>();

    List<Value> values() {
        return values;
    }

    Arguments all(Arguments others) {
        values.addAll(others.values);
        return this;
    }

    Arguments text(String value) {
        return add((statement, position) -> statement.setString(position, value));
    }

    Arguments number(long value) {
        return add((statement, position) -> statement.setLong(position, value));
    }

    /** The values of a key, but for its links. */
    Arguments key(Key key) {
        return key(key, 0, key.values().size());
    }

    /** The same of some of its values only: those from one place on and before another. */
    Arguments key(Key key, int from, int to) {
        List<Part> parts = key.table().key().parts();
        for (int i = from; i < to; i++) {
            Object value = key.values().get(i);
            if (!(value instanceof Key.Link)) {
                value(parts.get(i).column(), value);
            }
        }
        return this;
    }

    /** What a row has in the columns of its table, from one of them on. */
    Arguments row(Row row, Layout layout, int from) {
        for (Layout.Stored stored :
                layout.columns().subList(from, layout.columns().size())) {
            if (row.has(stored.column()) && layout.holds(stored, row.value(stored.column()))) {
                value(stored.column(), row.value(stored.column()));
            } else {
                none(stored.column());
            }
        }
        return this;
    }

    /** A value of a column. */
    Arguments value(Column column, Object value) {
        return switch (column.type()) {
            case TEXT -> text((String) value);
            case NUMBER -> number((Long) value);
            case FLAG -> {
                boolean flag = (Boolean) value;
                yield add((statement, position) -> statement.setBoolean(position, flag));
            }
            case BYTES, HASH -> {
                byte[] bytes = ((Bytes) value).toArray();
                yield add((statement, position) -> statement.setBytes(position, bytes));
            }
        };
    }

    private void none(Column column) {
        int type = switch (column.type()) {
            case TEXT -> Types.VARCHAR;
            case NUMBER -> Types.BIGINT;
            case FLAG -> Types.BOOLEAN;
            case BYTES, HASH -> Types.BINARY;
        };
        add((statement, position) -> statement.setNull(position, type));
    }

    private Arguments add(Value value) {
        values.add(value);
        return this;
    }

    /** One value, and how a parameter is set to it. */
    interface Value {
        void set(PreparedStatement statement, int position) throws SQLException;
    }
}
