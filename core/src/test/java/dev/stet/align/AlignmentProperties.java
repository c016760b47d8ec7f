package dev.stet.align;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.align.Alignment.Pair;
import dev.stet.content.Identities;
import dev.stet.content.JsonArray;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class AlignmentProperties {

    @Property
    void everyElementIsInOnePairOrLeftOver(@ForAll("arrays") JsonArray from, @ForAll("arrays") JsonArray to) {
        Alignment alignment = aligned(from, to);

        List<Integer> before = new ArrayList<>(alignment.removed());
        List<Integer> after = new ArrayList<>(alignment.added());
        alignment.pairs().forEach(pair -> {
            before.add(pair.from());
            after.add(pair.to());
        });
        assertEquals(upTo(from.elements().size()), before.stream().sorted().toList());
        assertEquals(upTo(to.elements().size()), after.stream().sorted().toList());
    }

    @Property
    void whatHasNotMovedIsInTheSameOrder(@ForAll("arrays") JsonArray from, @ForAll("arrays") JsonArray to) {
        List<Integer> stayed = aligned(from, to).pairs().stream()
                .filter(pair -> !pair.moved())
                .map(Pair::from)
                .toList();

        assertEquals(stayed.stream().sorted().toList(), stayed);
    }

    @Property
    void anArrayIsAlignedWithItselfElementByElement(@ForAll("arrays") JsonArray array) {
        assertEquals(
                upTo(array.elements().size()).stream()
                        .map(i -> new Pair(i, i, false))
                        .toList(),
                aligned(array, array).pairs());
    }

    @Property
    void aReorderedArrayHasAllItsElements(@ForAll("arrays") JsonArray array, @ForAll long seed) {
        List<JsonValue> shuffled = new ArrayList<>(array.elements());
        Collections.shuffle(shuffled, new Random(seed));

        Alignment alignment = aligned(array, new JsonArray(shuffled));

        assertEquals(shuffled.size(), alignment.pairs().size());
        assertTrue(alignment.pairs().stream()
                .allMatch(pair -> array.elements().get(pair.from()).equals(shuffled.get(pair.to()))));
    }

    @Property
    void anElementPutInIsTheOnlyOneAdded(@ForAll("arrays") JsonArray array, @ForAll long seed) {
        int at = new Random(seed).nextInt(array.elements().size() + 1);
        List<JsonValue> longer = new ArrayList<>(array.elements());
        longer.add(at, JsonValue.parse("{\"id\":\"new\",\"text\":\"put in\"}"));

        Alignment alignment = aligned(array, new JsonArray(longer));

        assertEquals(List.of(at), alignment.added());
        assertEquals(List.of(), alignment.removed());
        assertTrue(alignment.pairs().stream().noneMatch(Pair::moved));
    }

    @Property(tries = 20)
    void largeArraysAreAlignedToo(@ForAll long seed) {
        Random random = new Random(seed);
        List<JsonValue> before = IntStream.range(0, 5_000)
                .mapToObj(i -> (JsonValue) JsonValue.of(random.nextInt(100_000)))
                .collect(Collectors.toCollection(ArrayList::new));
        List<JsonValue> after = new ArrayList<>(before);
        after.remove(4_000);
        after.add(17, JsonValue.of("put in"));

        Alignment alignment = aligned(new JsonArray(before), new JsonArray(after));

        assertEquals(List.of(17), alignment.added());
        assertEquals(1, alignment.removed().size());
    }

    @Test
    void anEditedElementIsTheSameElement() {
        Alignment alignment = aligned(
                array("[{\"say\":\"Good morning, how are you?\"},{\"say\":\"Bye\"}]"),
                array("[{\"say\":\"Something new\"},{\"say\":\"Good morning, how do you do?\"},{\"say\":\"Bye\"}]"));

        assertEquals(List.of(new Pair(0, 1, false), new Pair(1, 2, false)), alignment.pairs());
        assertEquals(List.of(0), alignment.added());
    }

    @Test
    void identityGoesBeforeLikeness() {
        Alignment alignment = aligned(
                array("[{\"id\":1,\"say\":\"Hello\"},{\"id\":2,\"say\":\"Bye\"}]"),
                array("[{\"id\":2.0,\"say\":\"Hello\"},{\"id\":3,\"say\":\"Bye\"}]"));

        assertEquals(List.of(new Pair(1, 0, false)), alignment.pairs());
        assertEquals(JsonPointer.parse("/id"), alignment.identity().orElseThrow());
    }

    @Test
    void whatIsThereTwiceIdentifiesNothing() {
        JsonArray twice = array("[{\"id\":1,\"name\":\"a\"},{\"id\":1,\"name\":\"b\"}]");

        assertEquals(
                JsonPointer.parse("/name"), aligned(twice, twice).identity().orElseThrow());
        assertTrue(aligned(array("[{\"id\":null}]"), array("[{\"id\":null}]"))
                .identity()
                .isEmpty());
    }

    @Test
    void theHostDeclaresOtherMembersByPlace() {
        Identities declared = Identities.byDefault()
                .at("/tools", "/function/name")
                .at("/graph/*", "key")
                .at("/rules");
        JsonArray tools = array("[{\"function\":{\"name\":\"a\"}},{\"function\":{\"name\":\"b\"}}]");
        JsonArray plain = array("[{\"id\":1,\"key\":1}]");

        assertEquals("/function/name", member(declared, "/tools", tools));
        assertEquals("/function/name", member(declared, "/other", tools));
        assertEquals("/key", member(declared, "/graph/nodes", plain));
        assertEquals("/id", member(declared, "/graph/nodes/0", plain));
        assertEquals("none", member(declared, "/rules", plain));
        assertEquals("none", member(Identities.none(), "/rules", plain));
    }

    @Provide
    Arbitrary<JsonArray> arrays() {
        Arbitrary<JsonValue> plain =
                Arbitraries.integers().between(0, 6).map(i -> JsonValue.parse(i % 2 == 0 ? "" + i : "\"" + i + "\""));
        Arbitrary<JsonValue> identified = Combinators.combine(
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(0, 2))
                .as((id, text) -> JsonValue.parse("{\"id\":" + id + ",\"text\":\"" + text + "\"}"));
        return Arbitraries.oneOf(plain.list().ofMaxSize(8), identified.list().ofMaxSize(6))
                .map(JsonArray::new);
    }

    private static Alignment aligned(JsonArray from, JsonArray to) {
        return Alignment.of(from, to, JsonPointer.ROOT, Identities.byDefault());
    }

    private static String member(Identities identities, String place, JsonArray array) {
        return identities
                .member(JsonPointer.parse(place), List.of(array))
                .map(JsonPointer::toString)
                .orElse("none");
    }

    private static JsonArray array(String json) {
        return (JsonArray) JsonValue.parse(json);
    }

    private static List<Integer> upTo(int size) {
        return IntStream.range(0, size).boxed().toList();
    }
}
