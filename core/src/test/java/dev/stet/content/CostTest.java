package dev.stet.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many containers a patch opens, and how far it goes down in them: what it costs, without a clock. */
class CostTest {

    private static final int WIDE = 100_000;

    @Test
    void arraysOnTheWayAreOpenedOnce() {
        JsonValue value = JsonObject.of("wide", new JsonArray(numbers(WIDE)));
        List<JsonPatch.Operation> steps = new ArrayList<>();
        JsonPointer wide = JsonPointer.ROOT.append("wide");
        for (int i = 0; i < 1_000; i++) {
            JsonPointer at = wide.append(i * 97 % WIDE);
            steps.add(new JsonPatch.Add(at, JsonValue.of(i)));
            steps.add(new JsonPatch.Move(at, wide.append(WIDE / 2)));
            steps.add(new JsonPatch.Test(wide.append(0), JsonValue.of(0)));
            steps.add(new JsonPatch.Remove(wide.append(WIDE / 2)));
        }
        assertCheapSteps(value, steps);
    }

    @Test
    void objectsOnTheWayAreOpenedOnce() {
        List<Map.Entry<String, JsonValue>> members = new ArrayList<>();
        numbers(WIDE).forEach(number -> members.add(Map.entry("member-" + number, number)));
        JsonValue value = JsonObject.of("wide", new JsonObject(Members.of(members)));
        JsonPointer wide = JsonPointer.ROOT.append("wide");
        List<JsonPatch.Operation> steps = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            JsonPointer at = wide.append("member-" + i * 97 % WIDE);
            steps.add(new JsonPatch.Replace(at, JsonValue.of(i)));
            steps.add(new JsonPatch.Copy(at, wide.append("copy-" + i)));
            steps.add(new JsonPatch.Remove(wide.append("copy-" + i)));
        }
        assertCheapSteps(value, steps);
    }

    /** What is copied and changed again and again is opened once. */
    @Test
    void aCopyIsOpenedWithWhatItIsACopyOf() {
        JsonValue value = JsonObject.of("wide", new JsonArray(numbers(WIDE)));
        JsonPointer copy = JsonPointer.ROOT.append("copy");
        List<JsonPatch.Operation> steps = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            steps.add(new JsonPatch.Copy(JsonPointer.ROOT.append("wide"), copy));
            steps.add(new JsonPatch.Add(copy.append(0), JsonValue.of(i)));
        }
        assertCheapSteps(value, steps);
    }

    /** So that a step down the tree is one of few. */
    @Test
    void ropesStayFlat() {
        Rope<Part> rope = Rope.of(List.of());
        Random random = new Random(7);
        List<JsonValue> expected = new ArrayList<>();
        for (int i = 0; i < 40_000; i++) {
            boolean grows = i < 25_000 ? random.nextInt(4) > 0 : random.nextInt(4) == 0;
            if (grows || expected.isEmpty()) {
                int at = random.nextBoolean() ? expected.size() : random.nextInt(expected.size() + 1);
                expected.add(at, JsonValue.of(i));
                rope = rope.withInserted(at, Part.of(JsonValue.of(i)));
            } else {
                int at = random.nextInt(expected.size());
                expected.remove(at);
                rope = rope.without(at);
            }
            assertTrue(
                    rope.height() <= 2 + 1.45 * (Math.log(1 + rope.size()) / Math.log(2)), "height " + rope.height());
        }
        assertEquals(expected, rope.toList().stream().map(Part::value).toList());
    }

    /** The root and the wide container are opened; every other step only goes down in them. */
    private static void assertCheapSteps(JsonValue value, List<JsonPatch.Operation> steps) {
        PatchStep.Opened opened = new PatchStep.Opened();
        Part patched = Part.of(value);
        for (int i = 0; i < steps.size(); i++) {
            patched = new PatchStep(i, steps.get(i), ContentLimits.DEFAULT, opened).applyTo(patched);
        }
        assertEquals(2, opened.count());
        assertEquals(patched.extent(), Extent.of(patched.value()));
    }

    private static List<JsonValue> numbers(int count) {
        return IntStream.range(0, count).<JsonValue>mapToObj(JsonValue::of).toList();
    }
}
