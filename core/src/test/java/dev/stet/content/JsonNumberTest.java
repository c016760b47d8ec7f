package dev.stet.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Domain(JsonDomain.class)
@Domain(DomainContext.Global.class)
class JsonNumberTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1.0",
        "1, 1e0",
        "1, 10E-1",
        "1, 0.01e+2",
        "0, -0",
        "0, 0.000",
        "0, -0e5",
        "100, 1e2",
        "-12.50, -125e-1",
        "1e999999999, 10e999999998",
        "0.001, 1e-3",
        "1e-999999999, 0.1e-999999998",
        "1e1, 1e0000000000000000000001"
    })
    void oneValueHasManySpellings(String first, String second) {
        assertEquals(JsonNumber.of(first), JsonNumber.of(second));
        assertEquals(JsonNumber.of(first).hashCode(), JsonNumber.of(second).hashCode());
    }

    @ParameterizedTest
    @CsvSource({
        "1, -1",
        "1, 10",
        "1, 0.1",
        "9007199254740993, 9007199254740992",
        "1e999999999, 1e999999998",
        "0.1, 0.10000000000000000001",
        "12, 21",
        "1, 0"
    })
    void differentValuesDiffer(String first, String second) {
        assertNotEquals(JsonNumber.of(first), JsonNumber.of(second));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1.50, 1.5",
        "9007199254740993, 9007199254740993",
        "1e20, 100000000000000000000",
        "123e19, 1.23e+21",
        "1e21, 1e+21",
        "999999999999999999999, 999999999999999999999",
        "1234567890123456789012, 1.234567890123456789012e+21",
        "0.000001, 0.000001",
        "0.0000001, 1e-7",
        "0.00000123, 0.00000123",
        "0.000000123, 1.23e-7",
        "-1E2, -100",
        "12.5e1, 125",
        "1e999999999, 1e+999999999",
        "1e-999999999, 1e-999999999",
        "10e2147483646, 1e+2147483647"
    })
    void canonicalNotationIsThatOfEcmaScriptWithEveryDigit(String literal, String canonical) {
        assertEquals(canonical, JsonNumber.of(literal).decimal().canonical());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+1",
                "01",
                "-01",
                "1.",
                ".5",
                "1e",
                "1e+",
                "1.e1",
                "0x1",
                "1 ",
                " 1",
                "1e1.5",
                "NaN",
                "Infinity",
                "1_000",
                "٣",
                "--1",
                "1f",
                "1e2147483648",
                "1e-2147483648",
                "0e99999999999",
                "0.1e-2147483647",
                "1e-99999999999999999999999999"
            })
    void whatIsNoNumberIsRefused(String literal) {
        InvalidContentException refusal = assertThrows(InvalidContentException.class, () -> JsonNumber.of(literal));
        assertEquals("number", refusal.rule());
    }

    @Test
    void theSpellingIsKept() {
        assertEquals("-1.50E+03", JsonNumber.of("-1.50E+03").literal());
        assertEquals("-1.50E+03", JsonNumber.of("-1.50E+03").toString());
        assertEquals("1E+3", JsonNumber.of(new BigDecimal("1E3")).literal());
        assertEquals("-9223372036854775808", JsonNumber.of(Long.MIN_VALUE).literal());
    }

    @Property
    void bigDecimalAgreesOnValueAndDigits(@ForAll JsonNumber number) {
        BigDecimal value = new BigDecimal(number.literal());

        assertEquals(value, number.value());
        assertEquals(value.precision(), number.digits());
    }

    @Property
    void bigDecimalAgreesOnEquality(@ForAll("near") JsonNumber first, @ForAll("near") JsonNumber second) {
        boolean same = first.value().compareTo(second.value()) == 0;

        assertEquals(same, first.equals(second));
        assertEquals(same, first.decimal().canonical().equals(second.decimal().canonical()));
    }

    @Property
    void bigDecimalAgreesOnTheCanonicalNotation(@ForAll JsonNumber number) {
        BigDecimal read = new BigDecimal(number.decimal().canonical());

        assertEquals(0, read.compareTo(number.value()));
    }

    @Provide
    Arbitrary<JsonNumber> near() {
        return Combinators.combine(
                        Arbitraries.of("", "-"),
                        Arbitraries.of("0", "1", "10", "12"),
                        Arbitraries.of("", ".0", ".10", ".02"),
                        Arbitraries.of("", "e0", "E1", "e-1", "e+2"))
                .as((sign, whole, fraction, exponent) -> JsonNumber.of(sign + whole + fraction + exponent));
    }
}
