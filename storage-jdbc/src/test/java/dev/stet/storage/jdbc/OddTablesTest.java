package dev.stet.storage.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stet.storage.ApplyResult;
import dev.stet.storage.Catalogue;
import dev.stet.storage.Changeset;
import dev.stet.storage.Column;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.Scan;
import dev.stet.storage.Table;
import dev.stet.storage.Write;
import dev.stet.storage.jdbc.engine.Database;
import dev.stet.storage.jdbc.engine.Engine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables of shapes that neither Stet nor the kit has: all key, no key but that of the head, and keys of text in a chain. */
class OddTablesTest {
    private static final Table.Builder THINGS = Table.head("thing");
    private static final Column NAME = THINGS.text("name", 20);
    private static final Table THING = THINGS.build();

    private static final Table.Builder TAGS = Table.ownedBy(THING, "tag");
    private static final Column WORD = TAGS.text("word", 20);
    private static final Table TAG = TAGS.key(WORD.ascending()).build();

    private static final Table.Builder NOTES = Table.ownedBy(THING, "note");
    private static final Column TEXT = NOTES.optionalText("text");
    private static final Table NOTE = NOTES.key().build();

    private static final Table.Builder STEPS = Table.ownedBy(THING, "step");
    private static final Column PLACE = STEPS.text("place", 20);
    private static final Column NEXT = STEPS.optionalText("next", 20);
    private static final Table STEP = STEPS.key(PLACE.ascending()).build();

    private static final Catalogue CATALOGUE = Catalogue.of(List.of(THING, TAG, NOTE, STEP));
    private static final Key DESK = Key.of(THING, "w", "desk");

    private static Row.Builder row(Table table) {
        return Row.of(table).set(table.workspace(), "w").set(table.id(), "desk");
    }

    private static Row step(String place, String next) {
        return row(STEP).set(PLACE, place).set(NEXT, next).build();
    }

    private static ApplyResult change(JdbcStorage storage, long expected, Write... writes) {
        Row head = row(THING)
                .set(THING.columns().get(2), expected + 1)
                .set(NAME, "Desk")
                .build();
        return storage.apply(new Changeset(DESK, expected, Optional.of(head), List.of(writes)), Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @EnumSource
    void rowsOfOddTablesComeBack(Engine engine) {
        try (Database database = engine.fresh()) {
            JdbcStorage storage = JdbcStorage.on(database.dataSource())
                    .catalogue(CATALOGUE)
                    .durability(Durability.AS_CONFIGURED)
                    .open();
            Row tag = row(TAG).set(WORD, "red").build();
            Row note = row(NOTE).build();
            Row said = row(NOTE).set(TEXT, "said").build();
            List<Row> steps = List.of(step("here", "there"), step("there", "HERE"), step("HERE", "here "));
            assertEquals(
                    new ApplyResult.Applied(Set.of()),
                    change(
                            storage,
                            0,
                            Stream.concat(Stream.of(tag, note), steps.stream())
                                    .map(Write.Put::new)
                                    .toArray(Write[]::new)));
            assertEquals(
                    List.of(Optional.of(tag), Optional.of(note), Optional.of(steps.get(0))),
                    storage.read(List.of(tag.key(), note.key(), steps.get(0).key())));
            assertEquals(List.of(note), storage.scan(Scan.of(NOTE, NOTE.key(), "w")));
            assertEquals(
                    new ApplyResult.Applied(Set.of(0)),
                    change(storage, 1, new Write.AddIfAbsent(tag), new Write.Put(said)));
            assertEquals(List.of(tag), storage.scan(Scan.of(TAG, TAG.key(), "w", "desk")));
            assertEquals(List.of(Optional.of(said)), storage.read(List.of(said.key())));
            assertEquals(new ApplyResult.Applied(Set.of()), change(storage, 2, new Write.Put(tag)));
            assertEquals(List.of(tag), storage.scan(Scan.of(TAG, TAG.key(), "w", "desk")));
            assertEquals(steps, storage.chain(steps.get(0).key(), NEXT, 9));
        }
    }
}
