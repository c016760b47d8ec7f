package dev.stet.content;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;

/** Other texts of the same value, and other values close by. */
final class Variants {

    private final Random random;

    Variants(long seed) {
        random = new Random(seed);
    }

    /** The same value: members in another order, numbers in another spelling. */
    JsonValue retold(JsonValue value) {
        if (value instanceof JsonObject object) {
            List<Map.Entry<String, JsonValue>> members =
                    new ArrayList<>(object.members().entrySet());
            Collections.shuffle(members, random);
            Map<String, JsonValue> shuffled = new LinkedHashMap<>();
            members.forEach(member -> shuffled.put(member.getKey(), retold(member.getValue())));
            return new JsonObject(shuffled);
        }
        if (value instanceof JsonArray array) {
            return new JsonArray(array.elements().stream().map(this::retold).toList());
        }
        return value instanceof JsonNumber number ? respelled(number) : value;
    }

    private JsonNumber respelled(JsonNumber number) {
        BigDecimal value = number.value();
        long exponent = -(long) value.scale();
        int zeros = random.nextInt(4);
        String sign = value.signum() == 0 && random.nextBoolean() ? "-" : "";
        return JsonNumber.of(sign
                + value.unscaledValue()
                + "0".repeat(value.signum() == 0 ? 0 : zeros)
                + (random.nextBoolean() ? "e" : "E")
                + (value.signum() == 0 ? exponent : exponent - zeros));
    }

    /** Another value: one leaf, or one empty container, replaced by something it is not equal to. */
    JsonValue withOneLeafChanged(JsonValue value) {
        List<Map.Entry<JsonPointer, JsonValue>> leaves = new ArrayList<>();
        forEachLeaf(JsonPointer.ROOT, value, (at, leaf) -> leaves.add(Map.entry(at, leaf)));
        Map.Entry<JsonPointer, JsonValue> leaf = leaves.get(random.nextInt(leaves.size()));
        JsonArray replace = JsonArray.of(JsonObject.of("op", JsonValue.of("replace"))
                .with("path", JsonValue.of(leaf.getKey().toString()))
                .with("value", other(leaf.getValue())));
        return JsonPatch.of(replace).applyTo(value);
    }

    private JsonValue other(JsonValue leaf) {
        if (leaf instanceof JsonString string) {
            return JsonValue.of(string.value() + "!");
        }
        if (leaf instanceof JsonNumber number
                && number.digits() < 100
                && Math.abs((long) number.value().scale()) < 1_000) {
            return JsonValue.of(number.value().add(new BigDecimal("1e-50")));
        }
        return leaf.equals(JsonNull.NULL) ? JsonValue.of("null") : JsonNull.NULL;
    }

    private static void forEachLeaf(JsonPointer at, JsonValue value, BiConsumer<JsonPointer, JsonValue> action) {
        if (value instanceof JsonObject object && !object.members().isEmpty()) {
            object.members().forEach((name, member) -> forEachLeaf(at.append(name), member, action));
        } else if (value instanceof JsonArray array && !array.elements().isEmpty()) {
            for (int i = 0; i < array.elements().size(); i++) {
                forEachLeaf(at.append(i), array.elements().get(i), action);
            }
        } else {
            action.accept(at, value);
        }
    }
}
