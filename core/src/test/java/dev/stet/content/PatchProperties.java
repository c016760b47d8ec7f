package dev.stet.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Patches make what they make when every step copies all it touches, and are refused at the same step in the same words. */
@PropertyDefaults(tries = 500)
@Domain(JsonDomain.class)
@Domain(DomainContext.Global.class)
class PatchProperties {

    private static final int OPERATIONS = 60;

    @Property
    void patchesMakeWhatPlainStepsMake(@ForAll JsonValue target, @ForAll JsonValue other, @ForAll Random random) {
        JsonValue value =
                JsonObject.of("a", new JsonArray(wide())).with("b", target).with("c", other);
        assertSame(value, operations(value, random, true), ContentLimits.DEFAULT);
    }

    @Property
    void patchesAreRefusedAsPlainStepsAre(@ForAll JsonValue target, @ForAll JsonValue other, @ForAll Random random) {
        JsonValue value = JsonArray.of(target, other, new JsonArray(wide()));
        Extent extent = Extent.of(value);
        ContentLimits tight = new ContentLimits(
                extent.depth() + random.nextInt(3),
                extent.bytes() + random.nextInt(200),
                Math.max(1, extent.digits() + random.nextInt(3) - 1));
        assertSame(value, operations(value, random, false), tight);
    }

    private static List<JsonValue> wide() {
        return IntStream.range(0, 100).<JsonValue>mapToObj(JsonValue::of).toList();
    }

    private static void assertSame(JsonValue value, List<JsonPatch.Operation> operations, ContentLimits limits) {
        Optional<JsonValue> made = Optional.empty();
        String refused = "";
        try {
            made = Optional.of(JsonPatch.of(operations).applyTo(value, limits));
        } catch (InvalidPatchException refusal) {
            refused = refusal.getMessage();
        }
        JsonValue expected = value;
        for (int i = 0; i < operations.size(); i++) {
            try {
                expected = new PlainPatchStep(i, operations.get(i), limits).applyTo(expected);
            } catch (InvalidPatchException refusal) {
                assertEquals(refusal.getMessage(), refused);
                return;
            }
        }
        assertEquals("", refused);
        assertEquals(expected.toJson(), made.orElseThrow().toJson());
        assertEquals(Extent.of(expected), Extent.of(made.orElseThrow()));
        assertTrue(limits.hold(Extent.of(made.orElseThrow()))
                || Extent.of(made.orElseThrow()).isWithin(Extent.of(value)));
    }

    /** Steps each of which is chosen by what the steps before made of the value. */
    private static List<JsonPatch.Operation> operations(JsonValue value, Random random, boolean fitting) {
        List<JsonPatch.Operation> operations = new ArrayList<>();
        JsonValue current = value;
        while (operations.size() < OPERATIONS) {
            JsonPatch.Operation next = operation(current, random);
            try {
                current = new PlainPatchStep(operations.size(), next, ContentLimits.DEFAULT).applyTo(current);
                operations.add(next);
            } catch (InvalidPatchException unfit) {
                if (!fitting && random.nextInt(8) == 0) {
                    operations.add(next);
                    return operations;
                }
            }
        }
        return operations;
    }

    private static JsonPatch.Operation operation(JsonValue value, Random random) {
        JsonPointer place = place(value, random);
        JsonPointer from = place(value, random);
        JsonValue there = value.find(from).orElse(JsonNull.NULL);
        return switch (random.nextInt(9)) {
            case 0, 1 -> new JsonPatch.Add(place, there);
            case 2 ->
                new JsonPatch.Add(place.append(random.nextBoolean() ? "-" : "new"), JsonValue.of(random.nextInt()));
            case 3, 4 -> new JsonPatch.Remove(place);
            case 5 -> new JsonPatch.Replace(place, there);
            case 6 -> new JsonPatch.Move(from, place);
            case 7 -> new JsonPatch.Copy(from, place);
            default -> new JsonPatch.Test(from, random.nextInt(20) == 0 ? value : there);
        };
    }

    private static JsonPointer place(JsonValue value, Random random) {
        JsonPointer place = JsonPointer.ROOT;
        JsonValue here = value;
        while (true) {
            List<String> tokens = tokens(here);
            if (tokens.isEmpty() || (!place.isRoot() && random.nextInt(4) == 0)) {
                return place;
            }
            String token = tokens.get(random.nextInt(tokens.size()));
            place = place.append(token);
            here = JsonPointer.child(here, token).orElseThrow();
        }
    }

    private static List<String> tokens(JsonValue value) {
        if (value instanceof JsonObject object) {
            return List.copyOf(object.members().keySet());
        }
        return value instanceof JsonArray array
                ? IntStream.range(0, array.elements().size())
                        .mapToObj(Integer::toString)
                        .toList()
                : List.of();
    }
}
