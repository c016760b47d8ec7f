package dev.stet.storage.jdbc;

import dev.stet.storage.Column;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Rows by their keys. Those of one head are read by one statement, all in one row of its result; only where they are too many
 * for one, part by part, see {@link KeyParts}.
 */
final class KeyReads {
    private static final String VALUE = "?";

    /** SQLite joins 64 tables, MariaDB 61, and PostgreSQL returns 1664 columns. */
    static final int MOST_TOGETHER = 40;
    /** Longer reads are so rare that their texts are not kept. */
    private static final int MOST_KEPT = 10;

    private final Tables tables;
    private final Map<List<Object>, KeyQuery> queries = new ConcurrentHashMap<>();

    KeyReads(Tables tables) {
        this.tables = tables;
    }

    /**
     * The keys by their heads.
     *
     * @throws IllegalArgumentException when one has a link to what is no earlier row of the same head
     */
    List<OfHead> byHead(List<Key> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        if (keys.stream().allMatch(key -> haveOneHead(keys.get(0), key))) {
            return List.of(ofHead(keys, IntStream.range(0, keys.size()).boxed().toList()));
        }
        Map<Key, List<Integer>> byHead = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            byHead.computeIfAbsent(keys.get(i).head(), head -> new ArrayList<>())
                    .add(i);
        }
        return byHead.values().stream()
                .map(places -> ofHead(
                        places.stream()
                                .map(place -> within(keys.get(place), places))
                                .toList(),
                        places))
                .toList();
    }

    private static boolean haveOneHead(Key one, Key other) {
        return one.table().owner().equals(other.table().owner())
                && one.values().subList(0, 2).equals(other.values().subList(0, 2));
    }

    /** The key with its links to the places among some of the keys. */
    private static Key within(Key key, List<Integer> places) {
        List<Object> values = new ArrayList<>(key.values());
        values.replaceAll(value ->
                value instanceof Key.Link link ? new Key.Link(places.indexOf(link.earlier()), link.column()) : value);
        return new Key(key.table(), values);
    }

    private static OfHead ofHead(List<Key> keys, List<Integer> places) {
        for (int i = 0; i < keys.size(); i++) {
            requireLinks(keys, i);
        }
        return new OfHead(keys, places);
    }

    private static void requireLinks(List<Key> keys, int place) {
        Key key = keys.get(place);
        for (int i = 0; i < key.values().size(); i++) {
            if (key.values().get(i) instanceof Key.Link link
                    && !leads(
                            link,
                            keys.subList(0, place),
                            key.table().key().parts().get(i).column())) {
                throw new IllegalArgumentException(
                        key + " has a link to what is no earlier row of its head, or to another kind of value");
            }
        }
    }

    private static boolean leads(Key.Link link, List<Key> earlier, Column to) {
        return link.earlier() >= 0
                && link.earlier() < earlier.size()
                && earlier.get(link.earlier()).table().columns().contains(link.column())
                && link.column().type() == to.type();
    }

    /** The rows of keys of one head, which are not too many for one statement. */
    List<Optional<Row>> together(Session session, List<Key> keys) {
        KeyQuery query = query(keys);
        List<List<Optional<Row>>> found = session.list(query.sql(keys), result -> query.rows(result, keys));
        return found.isEmpty() ? Collections.nCopies(keys.size(), Optional.empty()) : found.get(0);
    }

    KeyQuery query(List<Key> keys) {
        return keys.size() > MOST_KEPT
                ? new KeyQuery(tables, keys)
                : queries.computeIfAbsent(shape(keys), shape -> new KeyQuery(tables, keys));
    }

    /** The tables and the links, and nothing of the values: keys that agree in it are read by the same text. */
    private static List<Object> shape(List<Key> keys) {
        List<Object> shape = new ArrayList<>();
        for (Key key : keys) {
            shape.add(key.table());
            for (Object value : key.values()) {
                shape.add(value instanceof Key.Link ? value : VALUE);
            }
        }
        return shape;
    }

    /**
     * Keys of one head.
     *
     * @param keys at least one, with links among themselves
     * @param places where their rows belong in the result of the whole read
     */
    record OfHead(List<Key> keys, List<Integer> places) {}
}
