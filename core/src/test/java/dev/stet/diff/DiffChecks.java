package dev.stet.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.content.JsonPatch;
import dev.stet.content.JsonValue;
import dev.stet.diff.Change.Added;
import dev.stet.diff.Change.Moved;
import dev.stet.diff.Change.Removed;
import dev.stet.diff.Change.Renamed;
import dev.stet.diff.Change.Replaced;
import dev.stet.diff.TextDiff.Hunk;
import dev.stet.diff.TextDiff.Line;
import java.util.ArrayList;
import java.util.List;

/** What holds for every diff. */
final class DiffChecks {
    private DiffChecks() {}

    static void patchesBothWays(Diff diff) {
        JsonPatch patch = diff.patch();
        assertEquals(diff.to().root(), patch.applyTo(diff.from().root()));
        assertEquals(patch, JsonPatch.of(patch.toJsonArray()));
        Diff back = Diff.between(diff.to(), diff.from(), diff.identities());
        assertEquals(diff.from().root(), back.patch().applyTo(diff.to().root()));
        assertEquals(diff.from().equals(diff.to()), diff.isEmpty());
    }

    static void placesHold(Diff diff) {
        JsonValue from = diff.from().root();
        JsonValue to = diff.to().root();
        for (Change change : diff.changes()) {
            if (change instanceof Added added) {
                assertEquals(added.value(), to.find(added.to()).orElseThrow());
                assertTrue(diff.findOrigin(added.to()).isEmpty());
            } else if (change instanceof Removed removed) {
                assertEquals(removed.value(), from.find(removed.from()).orElseThrow());
            } else if (change instanceof Renamed renamed) {
                assertEquals(renamed.value(), to.find(renamed.to()).orElseThrow());
                assertTrue(from.find(renamed.from()).isPresent());
                assertEquals(renamed.from(), diff.findOrigin(renamed.to()).orElseThrow());
            } else if (change instanceof Moved moved) {
                assertEquals(moved.value(), to.find(moved.to()).orElseThrow());
                assertEquals(moved.from(), diff.findOrigin(moved.to()).orElseThrow());
            } else {
                Replaced replaced = (Replaced) change;
                assertNotEquals(replaced.before(), replaced.after());
                assertEquals(replaced.before(), from.find(replaced.from()).orElseThrow());
                assertEquals(replaced.after(), to.find(replaced.to()).orElseThrow());
                assertEquals(replaced.from(), diff.findOrigin(replaced.to()).orElseThrow());
                replaced.text().ifPresent(DiffChecks::isWhole);
            }
        }
    }

    /** What is not in a hunk is on both sides, and hunks with what is between them are the texts. */
    static void isWhole(TextDiff text) {
        List<String> from = new ArrayList<>();
        List<String> to = new ArrayList<>();
        for (Hunk hunk : text.hunks()) {
            List<String> between = text.from().subList(from.size(), hunk.before());
            from.addAll(between);
            to.addAll(between);
            assertEquals(to.size(), hunk.after());
            assertTrue(hunk.removed().size() + hunk.added().size() > 0);
            number(from.size(), hunk.removed());
            number(to.size(), hunk.added());
            arePairs(hunk);
            hunk.removed().forEach(line -> from.add(line.text()));
            hunk.added().forEach(line -> to.add(line.text()));
        }
        to.addAll(text.from().subList(from.size(), text.from().size()));
        from.addAll(text.from().subList(from.size(), text.from().size()));
        assertEquals(text.from(), from);
        assertEquals(text.to(), to);
    }

    private static void arePairs(Hunk hunk) {
        int removed = -1;
        int added = -1;
        for (TextDiff.Pair pair : hunk.pairs()) {
            assertTrue(
                    pair.removed() > removed && pair.removed() < hunk.removed().size());
            assertTrue(pair.added() > added && pair.added() < hunk.added().size());
            removed = pair.removed();
            added = pair.added();
        }
    }

    private static void number(int before, List<Line> lines) {
        for (int i = 0; i < lines.size(); i++) {
            assertEquals(before + i + 1, lines.get(i).number());
        }
    }
}
