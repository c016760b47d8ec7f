package dev.stet.content;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.erdtman.jcs.JsonCanonicalizer;
import org.erdtman.jcs.NumberToJSON;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The canonical form against RFC 8785, its samples and another implementation of it. */
@PropertyDefaults(tries = 300)
@Domain(JsonDomain.class)
@Domain(DomainContext.Global.class)
class CanonicalFormTest {

    /** RFC 8785, appendix B: the bits of a double and its text. */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2"
    })
    void numbersOfAppendixB(String bits, String expected) throws IOException {
        double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));

        assertEquals(value, Double.parseDouble(expected), 0);
        assertEquals(expected, JsonNumber.of(javaSpelling(value)).decimal().canonical());
    }

    /** RFC 8785, section 3.2.2, but for 333333333.33333329, which no double holds and we keep. */
    @Test
    void sampleOfSection322() {
        Content content = Content.parse("""
                {
                  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                  "literals": [null, true, false]
                }
                """);

        assertEquals(
                "{\"literals\":[null,true,false],\"numbers\":[333333333.33333329,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}",
                content.canonical());
    }

    /** RFC 8785, section 3.2.3: names are sorted by UTF-16 code units, not by code points. */
    @Test
    void sampleOfSection323() {
        Content content = Content.parse("""
                {"\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew Letter Dalet With Dagesh",
                 "1": "One", "\\ud83d\\ude00": "Emoji: Grinning Face", "\\u0080": "Control",
                 "\\u00f6": "Latin Small Letter O With Diaeresis"}
                """);

        Content sorted = Content.parse(content.canonical());

        assertEquals(List.of("\r", "1", "\u0080", "ö", "€", "\ud83d\ude00", "\ufb33"), List.copyOf(sorted.sections()));
    }

    @Test
    void theHashIsSha256OfTheCanonicalText() throws NoSuchAlgorithmException {
        Content content = Content.parse("{\"b\": 1.0, \"a\": \"ö\"}");
        byte[] canonical = "{\"a\":\"ö\",\"b\":1}".getBytes(StandardCharsets.UTF_8);
        byte[] expected = MessageDigest.getInstance("SHA-256").digest(canonical);

        assertArrayEquals(canonical, content.canonical().getBytes(StandardCharsets.UTF_8));
        assertEquals(ContentHash.of(expected), content.hash());
    }

    /** Stored hashes must outlive every release: if this fails, the change is wrong, not the test. */
    @Test
    void theHashNeverChanges() {
        assertEquals(
                "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
                Content.empty().hash().hex());
    }

    /** Down to the smallest normal double: the other implementation misprints subnormal ones, 1e-320 among them. */
    @Property(tries = 10_000)
    void everyDoubleReadsAsRfc8785WritesIt(@ForAll("doubles") double value) throws IOException {
        String rfc8785 = NumberToJSON.serializeNumber(value);

        assertEquals(rfc8785, JsonNumber.of(javaSpelling(value)).decimal().canonical());
    }

    @Property
    void anotherImplementationAgreesWhereNumbersAreDoubles(@ForAll JsonObject object) throws IOException {
        Assume.that(!object.members().isEmpty());
        JsonObject doubles = (JsonObject) withDoubles(object);

        assertEquals(new JsonCanonicalizer(doubles.toJson()).getEncodedString(), canonical(doubles));
    }

    @Provide
    Arbitrary<Double> doubles() {
        return Arbitraries.oneOf(
                        Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite),
                        Arbitraries.doubles(),
                        Arbitraries.integers().between(-30, 30).map(power -> Math.pow(10, power)),
                        Arbitraries.longs().map(value -> (double) value))
                .filter(CanonicalFormTest::isZeroOrNormal);
    }

    private static boolean isZeroOrNormal(double value) {
        return value == 0 || Math.abs(value) >= Double.MIN_NORMAL;
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-320", "5e-324", "2.2250738585072e-308"})
    void subnormalDoublesReadAsEcmaScriptWritesThem(String shortest) {
        assertEquals(shortest, JsonNumber.of(shortest).decimal().canonical());
    }

    private static JsonValue withDoubles(JsonValue value) throws IOException {
        if (value instanceof JsonObject object) {
            JsonObject result = JsonObject.of();
            for (var member : object.members().entrySet()) {
                result = result.with(member.getKey(), withDoubles(member.getValue()));
            }
            return result;
        }
        if (value instanceof JsonArray array) {
            List<JsonValue> elements = new ArrayList<>();
            for (JsonValue element : array.elements()) {
                elements.add(withDoubles(element));
            }
            return new JsonArray(elements);
        }
        return value instanceof JsonNumber number ? nearestDouble(number) : value;
    }

    private static JsonNumber nearestDouble(JsonNumber number) throws IOException {
        double nearest = Double.parseDouble(number.literal());
        boolean comparable = Double.isFinite(nearest) && isZeroOrNormal(nearest);
        return comparable ? JsonNumber.of(javaSpelling(nearest)) : JsonNumber.of(0);
    }

    private static String canonical(JsonValue value) {
        return JsonWriter.text(value, JsonWriter.Form.CANONICAL);
    }

    /** The shortest digits of a double, noted in the way of BigDecimal, which differs from that of ECMAScript. */
    private static String javaSpelling(double value) throws IOException {
        return new BigDecimal(NumberToJSON.serializeNumber(value)).toString();
    }
}
