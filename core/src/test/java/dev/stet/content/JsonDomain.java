package dev.stet.content;

import java.util.LinkedHashMap;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;
import org.jspecify.annotations.Nullable;

/** JSON as it may come: all of Unicode, exact numbers in odd spellings, wide and deep trees. */
class JsonDomain extends DomainContextBase {

    private static final int DEEP = 40;

    @Provide
    Arbitrary<JsonValue> values() {
        return Arbitraries.frequencyOf(Tuple.of(8, trees(2)), Tuple.of(1, deep(trees(1))))
                .withoutEdgeCases();
    }

    @Provide
    Arbitrary<JsonObject> objects() {
        return objectsOf(values()).withoutEdgeCases();
    }

    @Provide
    Arbitrary<Content> contents() {
        return objects().map(Content::of);
    }

    @Provide
    Arbitrary<JsonNumber> numbers() {
        return Arbitraries.oneOf(
                        Arbitraries.longs().map(JsonNumber::of),
                        Arbitraries.bigDecimals().ofScale(30).map(JsonNumber::of),
                        Arbitraries.of("0", "-0", "0.000", "-0.0e9", "1", "1.0", "1e0", "10E-1", "9007199254740993")
                                .map(JsonNumber::of),
                        spelled())
                .withoutEdgeCases();
    }

    @Provide
    Arbitrary<JsonString> strings() {
        return text().map(JsonString::new);
    }

    static Arbitrary<String> text() {
        Arbitrary<Integer> codePoint = Arbitraries.oneOf(
                Arbitraries.integers().between('a', 'e'),
                Arbitraries.integers().between(0, 0x80),
                Arbitraries.of((int) '"', (int) '\\', (int) '/', (int) '~', 0x2028, 0xfeff, 0xffff),
                Arbitraries.integers().between(0x80, 0xd7ff),
                Arbitraries.integers().between(0xe000, 0xffff),
                Arbitraries.integers().between(0x10000, Character.MAX_CODE_POINT));
        return codePoint
                .list()
                .ofMaxSize(8)
                .map(points -> points.stream().map(Character::toString).reduce("", String::concat));
    }

    private static Arbitrary<JsonNumber> spelled() {
        Arbitrary<String> digits =
                Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(40);
        Arbitrary<String> integer = Arbitraries.oneOf(
                Arbitraries.just("0"),
                digits.map(text -> "1" + text),
                Arbitraries.integers().between(1, 9).map(String::valueOf));
        Arbitrary<String> exponent = Combinators.combine(
                        Arbitraries.of("e", "E"),
                        Arbitraries.of("", "+", "-"),
                        Arbitraries.of("", "0", "000"),
                        Arbitraries.oneOf(Arbitraries.integers().between(0, 30), Arbitraries.of(999_999_999)))
                .as((e, sign, zeros, value) -> e + sign + zeros + value);
        return Combinators.combine(
                        Arbitraries.of("", "-"),
                        integer,
                        digits.map(text -> "." + text).injectNull(0.5),
                        exponent.injectNull(0.5))
                .as((sign, whole, fraction, power) -> JsonNumber.of(sign + whole + orEmpty(fraction) + orEmpty(power)));
    }

    private static String orEmpty(@Nullable String part) {
        return part == null ? "" : part;
    }

    private Arbitrary<JsonValue> trees(int levels) {
        Arbitrary<JsonValue> leaf = Arbitraries.oneOf(
                strings().map(JsonValue.class::cast),
                numbers().map(JsonValue.class::cast),
                Arbitraries.of(JsonBoolean.TRUE, JsonBoolean.FALSE, JsonNull.NULL));
        if (levels == 0) {
            return leaf;
        }
        Arbitrary<JsonValue> child = trees(levels - 1);
        return Arbitraries.oneOf(
                leaf,
                objectsOf(child).map(JsonValue.class::cast),
                arraysOf(child).map(JsonValue.class::cast));
    }

    private static Arbitrary<JsonObject> objectsOf(Arbitrary<JsonValue> values) {
        return Arbitraries.maps(text(), values)
                .ofMaxSize(4)
                .map(LinkedHashMap::new)
                .map(JsonObject::new);
    }

    private static Arbitrary<JsonArray> arraysOf(Arbitrary<JsonValue> values) {
        return values.list().ofMaxSize(3).map(JsonArray::new);
    }

    private static Arbitrary<JsonValue> deep(Arbitrary<JsonValue> core) {
        return Combinators.combine(core, Arbitraries.of(true, false).list().ofMaxSize(DEEP))
                .as(JsonDomain::wrapped);
    }

    private static JsonValue wrapped(JsonValue core, List<Boolean> layers) {
        JsonValue value = core;
        for (boolean array : layers) {
            value = array ? JsonArray.of(value) : JsonObject.of("in", value);
        }
        return value;
    }
}
