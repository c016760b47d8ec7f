package dev.stet.storage.jdbc;

import dev.stet.storage.Column;
import dev.stet.storage.Index.Part;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.Write;
import dev.stet.storage.jdbc.Layout.Stored;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The statements that change rows of one table, their texts made once. */
final class TableSql {
    private static final String INSERT = "INSERT INTO {table} ({columns}) VALUES ({values})";
    /** Where an insert says by a condition that its row may be there, it takes the key a second time. */
    private static final String IS_KEY = "{is key}";

    private final Layout layout;
    private final String name;
    private final String insert;
    private final String upsert;
    private final boolean upsertsKey;
    private final String insertIfAbsent;
    private final boolean comparesKey;
    private final String delete;
    private final String deleteOwned;

    TableSql(Tables tables, Layout layout) {
        Dialect dialect = tables.dialect();
        this.layout = layout;
        this.name = tables.qualified(layout.table());
        this.insert = filled(INSERT);
        this.insertIfAbsent = filled(dialect.insertIfAbsent());
        this.comparesKey = dialect.insertIfAbsent().contains(IS_KEY);
        // A row that is all key is the same as the one that it would replace.
        this.upsertsKey = others().isEmpty();
        this.upsert = upsertsKey ? insertIfAbsent : filled(dialect.upsert());
        this.delete = filled("DELETE FROM {table} WHERE {is key}");
        this.deleteOwned = "DELETE FROM " + name + " WHERE " + equal(keyNames().subList(0, 2), " AND ");
    }

    /** What a write does. */
    Sql write(Write write) {
        if (write instanceof Write.Put put) {
            return put(put.row());
        }
        if (write instanceof Write.Add add) {
            return new Sql(insert, values(add.row()));
        }
        return write instanceof Write.AddIfAbsent add
                ? addIfAbsent(add.row())
                : new Sql(delete, new Arguments().key(((Write.Delete) write).key()));
    }

    private Sql put(Row row) {
        return upsertsKey ? addIfAbsent(row) : new Sql(upsert, values(row));
    }

    /** Adds a row unless there is one with its key; its update count tells. */
    Sql addIfAbsent(Row row) {
        Arguments values = values(row);
        return new Sql(insertIfAbsent, comparesKey ? values.key(row.key()) : values);
    }

    /** Deletes all rows that belong to a head. */
    Sql deleteOwned(Key head) {
        return new Sql(deleteOwned, new Arguments().key(head));
    }

    private Arguments values(Row row) {
        return new Arguments().row(row, layout, 0);
    }

    private String filled(String pattern) {
        List<String> columns = layout.columns().stream().map(Stored::name).toList();
        return pattern.replace("{table}", name)
                .replace("{columns}", String.join(", ", columns))
                .replace("{values}", String.join(", ", Collections.nCopies(columns.size(), "?")))
                .replace("{key}", String.join(", ", keyNames()))
                .replace(IS_KEY, equal(keyNames(), " AND "))
                .replace("{from excluded}", joined(others(), ", ", column -> column + " = excluded." + column))
                .replace("{from values}", joined(others(), ", ", column -> column + " = VALUES(" + column + ")"));
    }

    private List<String> keyNames() {
        return layout.table().key().parts().stream()
                .map(Part::column)
                .map(Column::name)
                .toList();
    }

    private List<String> others() {
        return layout.columns().stream()
                .map(Stored::name)
                .filter(column -> !keyNames().contains(column))
                .toList();
    }

    /** A condition or assignment of each column. */
    static String equal(List<String> columns, String separator) {
        return joined(columns, separator, column -> column + " = ?");
    }

    private static String joined(List<String> names, String separator, Function<String, String> text) {
        return names.stream().map(text).collect(Collectors.joining(separator));
    }
}
