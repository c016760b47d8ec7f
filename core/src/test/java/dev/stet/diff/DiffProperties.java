package dev.stet.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.content.Content;
import dev.stet.content.Identities;
import dev.stet.content.JsonArray;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonPatch;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import dev.stet.diff.Change.Added;
import dev.stet.diff.Change.Moved;
import dev.stet.diff.Change.Removed;
import dev.stet.diff.Change.Renamed;
import dev.stet.diff.Change.Replaced;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DiffProperties {

    @Property(tries = 3_000)
    void thePatchGivesTheOtherSide(@ForAll long seed, @ForAll long other) {
        Documents documents = new Documents(seed);
        Content from = documents.content();
        Content to = other % 4 == 0 ? new Documents(other).content() : documents.edited(from);

        DiffChecks.patchesBothWays(Diff.between(from, to));
        DiffChecks.patchesBothWays(Diff.between(from, to, Identities.none()));
    }

    @Property(tries = 300)
    void nothingChangedReadsAsNothing(@ForAll long seed) {
        Content content = new Documents(seed).content();
        Content again = Content.parse(content.canonical());

        Diff diff = Diff.between(content, again);

        assertTrue(diff.isEmpty());
        assertEquals(List.of(), diff.changes());
        assertEquals(List.of(), diff.patch().operations());
        assertEquals("unchanged", diff.summary().toString());
    }

    @Property
    void theSameContentsHaveTheSameDiff(@ForAll long seed) {
        Documents documents = new Documents(seed);
        Content from = documents.content();
        Content to = documents.edited(from);

        Diff diff = Diff.between(from, to);
        Diff again = Diff.between(Content.parse(from.canonical()), Content.parse(to.canonical()));

        assertEquals(diff, again);
        assertEquals(diff.patch(), again.patch());
    }

    @Property
    void everyPlaceHoldsWhatTheChangeSays(@ForAll long seed) {
        Documents documents = new Documents(seed);
        Content from = documents.content();

        DiffChecks.placesHold(Diff.between(from, documents.edited(from)));
    }

    @Property
    void takenBackWhatWasAddedIsRemoved(@ForAll long seed) {
        Documents documents = new Documents(seed);
        Content from = documents.content();
        Content to = documents.edited(from);
        Diff diff = Diff.between(from, to);
        if (diff.changes().stream().anyMatch(change -> change instanceof Moved || change instanceof Renamed)) {
            return; // which of two elements that changed places has moved is a matter of taste
        }
        List<Change> forth = identified(diff);
        List<Change> back = identified(Diff.between(to, from));

        assertEquals(forth.size(), back.size());
        assertEquals(
                List.of(),
                forth.stream()
                        .map(DiffProperties::reversed)
                        .filter(change -> !back.contains(change))
                        .toList());
    }

    @Property
    void anElementPutInIsOneAddition(@ForAll long seed, @ForAll boolean identified) {
        Content from = new Documents(seed).content();
        JsonPointer place = JsonPointer.parse(identified ? "/graph/nodes" : "/intents");
        List<JsonValue> longer = elements(from, place);
        int at = new Random(seed).nextInt(longer.size() + 1);
        JsonValue put = identified ? JsonValue.parse("{\"id\":\"put in\"}") : JsonValue.of("put in");
        longer.add(at, put);

        assertEquals(List.of(new Added(place.append(at), put)), changes(from, place, longer));
    }

    @Property
    void anElementPutElsewhereIsOneMove(@ForAll long seed) {
        Content from = new Documents(seed).content();
        JsonPointer place = JsonPointer.parse("/graph/nodes");
        List<JsonValue> other = elements(from, place);
        if (other.size() < 3) {
            return;
        }
        JsonValue moved = other.remove(0);
        other.add(moved);

        JsonPointer last = place.append(other.size() - 1);
        assertEquals(List.of(new Moved(place.append(0), last, moved)), changes(from, place, other));
        assertEquals(
                List.of(new JsonPatch.Move(place.append(0), last)),
                Diff.between(from, with(from, place, other)).patch().operations());
    }

    @Property
    void anElementEditedAndMovedIsFollowed(@ForAll long seed) {
        Content from = new Documents(seed).content();
        JsonPointer place = JsonPointer.parse("/tools");
        List<JsonValue> other = elements(from, place);
        if (other.size() < 3) {
            return;
        }
        other.add(edited(other.remove(0)));
        JsonPointer last = place.append(other.size() - 1);

        Diff diff = Diff.between(from, with(from, place, other));

        assertEquals(
                List.of(Moved.class, Replaced.class),
                diff.changes().stream().map(Change::getClass).toList());
        assertEquals(
                place.append(0).append("x"), diff.findOrigin(last.append("x")).orElseThrow());
    }

    @Property
    void aMemberUnderAnotherNameIsOneRenaming(@ForAll long seed, @ForAll boolean edit) {
        Content from = new Documents(seed).content();
        JsonPointer nodes = JsonPointer.parse("/graph/nodes");
        JsonValue value = from.root().find(nodes).orElseThrow();
        if (((JsonArray) value).elements().isEmpty()) {
            return;
        }
        JsonPointer steps = JsonPointer.parse("/graph/steps");
        List<JsonPatch.Operation> operations = new ArrayList<>(List.of(new JsonPatch.Move(nodes, steps)));
        if (edit) {
            operations.add(new JsonPatch.Add(steps.append("-"), JsonValue.of("one more")));
        }
        Content to = Content.of((JsonObject) JsonPatch.of(operations).applyTo(from.root()));

        Diff diff = Diff.between(from, to);

        DiffChecks.placesHold(diff);
        DiffChecks.patchesBothWays(diff);
        if (!edit) {
            assertEquals(List.of(new Renamed(nodes, steps, value)), diff.changes());
            assertEquals("graph: 1 renamed", diff.summary().toString());
            assertEquals(List.of(new JsonPatch.Move(nodes, steps)), diff.patch().operations());
        }
    }

    /** A number or text of few characters may be there again by chance, unless all else in its object stayed. */
    @Property
    void aShortValueAloneIsNoRenaming(@ForAll("scalars") JsonValue value, @ForAll boolean amongOthers) {
        boolean telling = amongOthers || value.toJson().length() >= 8;
        JsonObject others = amongOthers ? JsonObject.of("stays", JsonValue.of(true)) : JsonObject.of();
        JsonPointer section = JsonPointer.ROOT.append("s");
        Diff diff = Diff.between(
                Content.of(JsonObject.of("s", others.with("a", value))),
                Content.of(JsonObject.of("s", others.with("b", value))));

        DiffChecks.patchesBothWays(diff);
        assertEquals(
                telling
                        ? List.of(new Renamed(section.append("a"), section.append("b"), value))
                        : List.of(new Removed(section.append("a"), value), new Added(section.append("b"), value)),
                diff.changes());
    }

    @Provide
    Arbitrary<JsonValue> scalars() {
        return Arbitraries.oneOf(
                Arbitraries.longs().map(JsonValue::of),
                Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(12).map(JsonValue::of));
    }

    private static JsonValue edited(JsonValue element) {
        return ((JsonArray) JsonPatch.parse("[{\"op\":\"replace\",\"path\":\"/0/x\",\"value\":77}]")
                        .applyTo(JsonArray.of(element)))
                .elements()
                .get(0);
    }

    private static List<Change> identified(Diff diff) {
        return diff.changes().stream()
                .filter(change -> Stream.of("tools", "graph", "prompt", "model").anyMatch(change.section()::equals))
                .toList();
    }

    private static Change reversed(Change change) {
        if (change instanceof Added added) {
            return new Removed(added.to(), added.value());
        }
        if (change instanceof Removed removed) {
            return new Added(removed.from(), removed.value());
        }
        Replaced replaced = (Replaced) change;
        return new Replaced(replaced.to(), replaced.from(), replaced.after(), replaced.before());
    }

    private static List<JsonValue> elements(Content content, JsonPointer place) {
        return new ArrayList<>(((JsonArray) content.root().find(place).orElseThrow()).elements());
    }

    private static List<Change> changes(Content from, JsonPointer place, List<JsonValue> elements) {
        return Diff.between(from, with(from, place, elements)).changes();
    }

    private static Content with(Content content, JsonPointer place, List<JsonValue> elements) {
        JsonPatch patch = JsonPatch.of(List.of(new JsonPatch.Replace(place, new JsonArray(elements))));
        return Content.parse(patch.applyTo(content.root()).toJson());
    }
}
