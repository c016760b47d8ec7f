package dev.stet.storage.jdbc;

import dev.stet.storage.Column;
import dev.stet.storage.Index.Part;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The text that reads rows of one head together, each found by its primary key, and how they are read from its result. All
 * values are parameters, so that one serves all keys of the same tables with the same links.
 */
final class KeyQuery {
    private static final int OF_HEAD = 2;

    private final Tables tables;
    private final List<RowReading> readings;
    private final boolean fromFirst;
    private final String text;

    /** @param keys of one head; only their tables and links count */
    KeyQuery(Tables tables, List<Key> keys) {
        this.tables = tables;
        this.readings = keys.stream()
                .map(key -> RowReading.whole(tables.layout(key.table()), OF_HEAD))
                .toList();
        this.fromFirst = leadsToAll(keys);
        this.text = text(keys);
    }

    Sql sql(List<Key> keys) {
        Arguments arguments = new Arguments();
        if (!fromFirst) {
            keys.forEach(arguments::key);
            return new Sql(text, arguments);
        }
        keys.subList(1, keys.size())
                .forEach(key -> arguments.key(key, OF_HEAD, key.values().size()));
        return new Sql(text, arguments.key(keys.get(0)));
    }

    /** The rows of these keys from the one row that the query has. */
    List<Optional<Row>> rows(ResultSet result, List<Key> keys) throws SQLException {
        List<Optional<Row>> rows = new ArrayList<>(keys.size());
        int before = 0;
        for (int i = 0; i < keys.size(); i++) {
            RowReading reading = readings.get(i);
            rows.add(reading.read(result, before, keys.get(i).values()));
            before += reading.width();
        }
        return rows;
    }

    /** Whether none of the other rows is there, or is found, where the first is not. */
    private static boolean leadsToAll(List<Key> keys) {
        Table first = keys.get(0).table();
        List<Boolean> ledTo = new ArrayList<>(List.of(true));
        for (Key key : keys.subList(1, keys.size())) {
            ledTo.add((first.isHead() && !key.table().outlivesOwner())
                    || key.values().stream()
                            .anyMatch(value -> value instanceof Key.Link link && ledTo.get(link.earlier())));
        }
        return !ledTo.contains(false);
    }

    private String text(List<Key> keys) {
        StringBuilder columns = new StringBuilder();
        StringBuilder joins = new StringBuilder();
        for (int i = 0; i < keys.size(); i++) {
            columns.append(i == 0 ? "" : ", ").append(readings.get(i).names(alias(i) + "."));
            if (i > 0 || !fromFirst) {
                joins.append(" LEFT JOIN ")
                        .append(named(keys, i))
                        .append(" ON ")
                        .append(condition(keys, i));
            }
        }
        return "SELECT " + columns + " FROM "
                + (fromFirst
                        ? named(keys, 0) + joins + " WHERE " + condition(keys, 0)
                        : "(SELECT 1 AS one) always" + joins);
    }

    private String named(List<Key> keys, int place) {
        return tables.qualified(keys.get(place).table()) + " " + alias(place);
    }

    private static String alias(int place) {
        return "t" + place;
    }

    /** What the columns of a key are equal to. A deleted head is none. */
    private String condition(List<Key> keys, int place) {
        Key key = keys.get(place);
        List<Part> parts = key.table().key().parts();
        List<String> conditions = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            String column = parts.get(i).column().name();
            String value = key.values().get(i) instanceof Key.Link link
                    ? linked(link, parts.get(i).column().type())
                    : i < OF_HEAD && fromFirst && place > 0 ? alias(0) + "." + column : "?";
            conditions.add(alias(place) + "." + column + " = " + value);
        }
        if (key.table().isHead()) {
            conditions.add(alias(place) + "."
                    + tables.layout(key.table()).mark().orElseThrow().name() + " IS NOT NULL");
        }
        return String.join(" AND ", conditions);
    }

    /**
     * Numbers are looked up by a sum, of which no database has statistics: PostgreSQL would otherwise read the whole history
     * of a head side by side with its other rows wherever most heads have but few.
     */
    private static String linked(Key.Link link, Column.Type type) {
        return alias(link.earlier()) + "." + link.column().name() + (type == Column.Type.NUMBER ? " + 0" : "");
    }
}
