package dev.stet.facts;

import dev.stet.access.Actor;
import dev.stet.storage.Column;
import dev.stet.storage.Row;
import dev.stet.storage.Table;
import java.util.Optional;

/** The three columns of an actor. */
record ActorColumns(Column id, Column name, Column email) {
    private static final int LONGEST = 400;

    static ActorColumns of(Table.Builder table, String name) {
        return new ActorColumns(
                table.text(name, LONGEST), table.text(name + "_name", LONGEST), table.text(name + "_email", LONGEST));
    }

    static ActorColumns optional(Table.Builder table, String name) {
        return new ActorColumns(
                table.optionalText(name, LONGEST),
                table.optionalText(name + "_name", LONGEST),
                table.optionalText(name + "_email", LONGEST));
    }

    void write(Row.Builder row, Actor actor) {
        row.set(id, actor.id()).set(name, actor.name()).set(email, actor.email());
    }

    Actor read(Row row) {
        return new Actor(row.text(id), row.text(name), row.text(email));
    }

    Optional<Actor> find(Row row) {
        return row.has(id) ? Optional.of(read(row)) : Optional.empty();
    }
}
