package dev.stet.storage.jdbc;

import dev.stet.storage.jdbc.Column.Kind;
import java.util.ArrayList;
import java.util.List;

/** Names the columns of a {@link Table}, in the order in which {@link Rows} writes and reads them. */
final class Columns {
    private final List<Column> columns = new ArrayList<>();

    Columns text(String... names) {
        return add(Kind.TEXT, names);
    }

    /** Also instants, as microseconds since the epoch. */
    Columns number(String... names) {
        return add(Kind.NUMBER, names);
    }

    Columns flag(String... names) {
        return add(Kind.FLAG, names);
    }

    Columns bytes(String... names) {
        return add(Kind.BYTES, names);
    }

    /** The three columns of an actor. */
    Columns actor(String name) {
        return text(name, name + "_name", name + "_email");
    }

    List<Column> list() {
        return List.copyOf(columns);
    }

    private Columns add(Kind kind, String... names) {
        for (String name : names) {
            columns.add(new Column(name, kind));
        }
        return this;
    }
}
