package dev.stet.storage.jdbc;

import dev.stet.storage.Column;
import dev.stet.storage.Index.Part;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Rows that lead from one to the next, by one statement. */
final class Chains {
    private final Tables tables;
    private final Map<Column, Chain> chains = new ConcurrentHashMap<>();

    Chains(Tables tables) {
        this.tables = tables;
    }

    List<Row> rows(Session session, Key first, Column next, int limit) {
        Chain chain = chain(first, next);
        Map<Object, Row> rows = new HashMap<>();
        session.list(chain.sql(first, limit), result -> chain.reading().read(result, 0, first.values())).stream()
                .flatMap(Optional::stream)
                .forEach(row -> rows.put(row.value(chain.last()), row));
        Object start = first.values().get(first.values().size() - 1);
        return Stream.iterate(
                        Optional.ofNullable(rows.get(start)),
                        Optional::isPresent,
                        row -> row.flatMap(found -> found.find(next)).map(rows::get))
                .flatMap(Optional::stream)
                .limit(limit)
                .toList();
    }

    Sql sql(Key first, Column next, int limit) {
        return chain(first, next).sql(first, limit);
    }

    /** @throws IllegalArgumentException when that column does not lead to the last part of the key */
    private Chain chain(Key first, Column next) {
        List<Part> parts = first.table().key().parts();
        Column last = parts.get(parts.size() - 1).column();
        if (!first.table().columns().contains(next) || next.type() != last.type()) {
            throw new IllegalArgumentException(next + " does not lead to a " + last);
        }
        return chains.computeIfAbsent(next, column -> Chain.of(tables, first, last, column));
    }

    /**
     * What reads the rows that one column leads to.
     *
     * @param last the last column of the key
     * @param text of the query
     */
    private record Chain(Column last, RowReading reading, String text) {
        /**
         * First the last values of the keys, each with one lookup, by a query that can be executed in no other way; then their
         * rows, which SQLite looks up in this order because of the cross join. So what goes round is small, and no statistics
         * can make a database read all rows of a head instead. H2 takes all that goes round for text unless it is told
         * otherwise.
         */
        static Chain of(Tables tables, Key first, Column last, Column next) {
            String table = tables.qualified(first.table());
            String link = tables.dialect().cast("chain.link", last);
            // Where the key of the head leads on, there are several heads.
            RowReading reading = RowReading.whole(
                    tables.layout(first.table()), Math.min(2, first.values().size() - 1));
            String text = "WITH RECURSIVE chain (link, place) AS (SELECT "
                    + tables.dialect().cast("?", last)
                    + ", 1 UNION ALL SELECT (SELECT b." + next.name() + " FROM " + table + " b WHERE "
                    + isKey(first, "b.", link) + "), chain.place + 1 FROM chain WHERE chain.link IS NOT NULL"
                    + " AND CAST(chain.place AS INTEGER) < ?) SELECT " + reading.names("c.") + " FROM chain CROSS JOIN "
                    + table + " c WHERE " + isKey(first, "c.", link);
            return new Chain(last, reading, text);
        }

        private static String isKey(Key first, String alias, String last) {
            List<Part> parts = first.table().key().parts();
            StringBuilder text = new StringBuilder();
            for (Part part : parts.subList(0, parts.size() - 1)) {
                text.append(alias).append(part.column().name()).append(" = ? AND ");
            }
            return text.append(alias)
                    .append(parts.get(parts.size() - 1).column().name())
                    .append(" = ")
                    .append(last)
                    .toString();
        }

        Sql sql(Key first, int limit) {
            int before = first.values().size() - 1;
            Arguments prefix = new Arguments().key(first, 0, before);
            return new Sql(
                    text,
                    new Arguments()
                            .value(last, first.values().get(before))
                            .all(prefix)
                            .number(limit)
                            .all(prefix));
        }
    }
}
