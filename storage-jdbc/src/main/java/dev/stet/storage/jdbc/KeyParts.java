package dev.stet.storage.jdbc;

import dev.stet.storage.Bytes;
import dev.stet.storage.Column;
import dev.stet.storage.ContentionException;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * More rows of one head than one statement reads. Nothing that belongs to a head changes without its revision: where that is the
 * same before the first part and after the last, all parts are of one instant. Otherwise they are read again.
 */
final class KeyParts {
    private static final int ATTEMPTS = 100;

    private final Session session;
    private final KeyReads reads;
    private final Sql revision;
    private final List<Key> keys;

    /** @param revision asks for the revision of the head */
    KeyParts(Session session, KeyReads reads, Sql revision, List<Key> keys) {
        this.session = session;
        this.reads = reads;
        this.revision = revision;
        this.keys = keys;
    }

    List<Optional<Row>> rows(String doing) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            List<Long> before = revision();
            List<Optional<Row>> rows = parts();
            if (revision().equals(before)) {
                return rows;
            }
        }
        throw new ContentionException(doing, "others changed it again and again while its rows were read", null);
    }

    private List<Long> revision() {
        return session.list(revision, row -> row.getLong(1));
    }

    private List<Optional<Row>> parts() {
        List<Optional<Row>> rows = new ArrayList<>(Collections.nCopies(keys.size(), Optional.empty()));
        for (int from = 0; from < keys.size(); from += KeyReads.MOST_TOGETHER) {
            part(from, Math.min(keys.size(), from + KeyReads.MOST_TOGETHER), rows);
        }
        return rows;
    }

    private void part(int from, int to, List<Optional<Row>> rows) {
        List<Integer> places = new ArrayList<>();
        List<Key> part = new ArrayList<>();
        for (int place = from; place < to; place++) {
            Optional<Key> key = within(keys.get(place), from, places, rows);
            if (key.isPresent()) {
                places.add(place);
                part.add(key.get());
            }
        }
        List<Optional<Row>> found = part.isEmpty() ? List.of() : reads.together(session, part);
        for (int i = 0; i < found.size(); i++) {
            rows.set(places.get(i), found.get(i));
        }
    }

    /** The key with what its links to earlier parts lead to; empty where that is nothing. */
    private static Optional<Key> within(Key key, int from, List<Integer> places, List<Optional<Row>> rows) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < key.values().size(); i++) {
            Column column = key.table().key().parts().get(i).column();
            Optional<Object> value = Optional.of(key.values().get(i));
            if (value.get() instanceof Key.Link link) {
                value = link.earlier() < from
                        ? rows.get(link.earlier())
                                .flatMap(row -> row.find(link.column()))
                                .filter(found -> length(found) <= column.limit().orElse(Integer.MAX_VALUE))
                        : Optional.of(places.indexOf(link.earlier()))
                                .filter(place -> place >= 0)
                                .map(place -> new Key.Link(place, link.column()));
            }
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get());
        }
        return Optional.of(new Key(key.table(), values));
    }

    private static int length(Object value) {
        if (value instanceof String text) {
            return text.length();
        }
        return value instanceof Bytes bytes ? bytes.length() : 0;
    }
}
