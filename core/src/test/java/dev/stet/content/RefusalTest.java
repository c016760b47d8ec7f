package dev.stet.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.stet.error.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What may not come in, and what the refusal says. None of it may take long or overflow the stack. */
class RefusalTest {

    private static final int MIB = 1024 * 1024;

    static Stream<Arguments> hostileTexts() {
        return Stream.of(
                arguments("", "syntax", ""),
                arguments("   \n", "syntax", ""),
                arguments("\ufeff{}", "syntax", ""),
                arguments("{", "syntax", ""),
                arguments("}", "syntax", ""),
                arguments("{\"a\"", "syntax", "/a"),
                arguments("{\"a\":", "syntax", "/a"),
                arguments("{\"a\":1", "syntax", "/a"),
                arguments("{\"a\":[1,2", "syntax", "/a/1"),
                arguments("{\"a\":[1}", "syntax", "/a/0"),
                arguments("{\"a\":1}}", "syntax", ""),
                arguments("{\"a\":1} {}", "syntax", ""),
                arguments("{\"a\":1,}", "syntax", "/a"),
                arguments("{\"a\":[1,]}", "syntax", "/a/1"),
                arguments("{\"a\" 1}", "syntax", "/a"),
                arguments("{a:1}", "syntax", ""),
                arguments("{'a':1}", "syntax", ""),
                arguments("{\"a\":'b'}", "syntax", "/a"),
                arguments("// no\n{}", "syntax", ""),
                arguments("{\"a\":/* no */1}", "syntax", "/a"),
                arguments("{} # no", "syntax", ""),
                arguments("{\"a\":NaN}", "syntax", "/a"),
                arguments("{\"a\":{\"b\":Infinity}}", "syntax", "/a/b"),
                arguments("{\"a\":-Infinity}", "syntax", "/a"),
                arguments("{\"a\":01}", "syntax", "/a"),
                arguments("{\"a\":+1}", "syntax", "/a"),
                arguments("{\"a\":.5}", "syntax", "/a"),
                arguments("{\"a\":1.}", "syntax", "/a"),
                arguments("{\"a\":0x10}", "syntax", "/a"),
                arguments("{\"a\":tru}", "syntax", "/a"),
                arguments("{\"a\":undefined}", "syntax", "/a"),
                arguments("{\"a\":\"\t\"}", "syntax", "/a"),
                arguments("{\"a\":\"\\x41\"}", "syntax", "/a"),
                arguments("{\"a\":\"\\u12\"}", "syntax", "/a"),
                arguments("{\"a\":\"open", "syntax", "/a"),
                arguments("{\"a\":1,\"a\":1}", "duplicate-member", "/a"),
                arguments("{\"a\":1,\"\\u0061\":2}", "duplicate-member", "/a"),
                arguments("{\"x\":[0,{\"a/b\":1,\"c\":2,\"a/b\":3}]}", "duplicate-member", "/x/1/a~1b"),
                arguments("{\"\":1,\"\":2}", "duplicate-member", "/"),
                arguments("{\"a\":\"\\ud800\"}", "lone-surrogate", "/a"),
                arguments("{\"a\":[\"\",\"\\udc00x\"]}", "lone-surrogate", "/a/1"),
                arguments("{\"a\":\"\\ud800\\ud800\"}", "lone-surrogate", "/a"),
                arguments("{\"a\":\"\ud800\"}", "lone-surrogate", "/a"),
                arguments("{\"b\":{\"\\ud800\":1}}", "lone-surrogate", "/b"),
                arguments("{\"a\":1e2147483648}", "number", "/a"),
                arguments("{\"a\":[0,1e-99999999999999]}", "number", "/a/1"),
                arguments("{\"a\":" + "9".repeat(1_001) + "}", "digits", "/a"),
                arguments("{\"a\":0." + "9".repeat(4 * MIB) + "}", "digits", "/a"),
                arguments("{\"a\":" + "1".repeat(4 * MIB), "digits", "/a"),
                arguments("{\"a\":" + "[".repeat(64), "depth", "/a" + "/0".repeat(63)),
                arguments("[".repeat(4 * MIB), "depth", "/0".repeat(64)),
                arguments("{\"a\":".repeat(MIB), "depth", "/a".repeat(64)),
                arguments(" ".repeat(4 * MIB), "syntax", ""),
                arguments(" ".repeat(32 * MIB + 1), "bytes", ""),
                arguments("{\"a\":[0,\"" + "x".repeat(4 * MIB) + "\"]}", "bytes", "/a/1"),
                arguments("{\"" + "x".repeat(4 * MIB) + "\":0}", "bytes", "/" + "x".repeat(4 * MIB)),
                arguments("[]", "object-expected", ""),
                arguments("null", "object-expected", ""),
                arguments("\"{}\"", "object-expected", ""),
                arguments("1", "object-expected", ""));
    }

    @ParameterizedTest(name = "{1} at {2} [{index}]")
    @MethodSource("hostileTexts")
    void isRefusedByRuleAndPlace(String json, String rule, String at) {
        InvalidContentException refusal = assertThrows(InvalidContentException.class, () -> Content.parse(json));

        assertEquals(rule, refusal.rule());
        assertEquals(at, refusal.at().toString());
        assertTrue(refusal.getMessage().length() < 1_000, "a message must stay readable, whatever was sent");
    }

    @Test
    void theMessageSaysWhatWhereAndWhatNow() {
        InvalidContentException duplicate =
                assertThrows(InvalidContentException.class, () -> Content.parse("{\"a\":{\"b\":1,\"b\":2}}"));
        InvalidContentException syntax =
                assertThrows(InvalidContentException.class, () -> Content.parse("{\n  \"a\": tru\n}"));

        assertEquals(
                "expected every member name once, found \"b\" more than once in the same object; keep the one that is"
                        + " meant (at \"/a/b\")",
                duplicate.getMessage());
        assertTrue(syntax.getMessage().contains("line 2, column"), syntax.getMessage());
    }

    @Test
    void bytesThatAreNotUtf8AreRefusedWhereTheyStand() {
        byte[] latin1 = "{\"a\":\"ö\"}".getBytes(StandardCharsets.ISO_8859_1);
        byte[] utf16 = "{}".getBytes(StandardCharsets.UTF_16BE);
        byte[] surrogate = {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'};

        InvalidContentException refusal = refused(latin1);
        assertEquals("syntax", refusal.rule());
        assertTrue(refusal.getMessage().contains("byte 6"), refusal.getMessage());
        assertEquals("syntax", refused(utf16).rule());
        assertEquals("syntax", refused(surrogate).rule());
    }

    @Test
    void floodsThatMeanWellAreRead() {
        assertEquals(Content.empty(), Content.parse(" ".repeat(4 * MIB) + "{}"));
        assertEquals(1, Content.parse("{\"a\":1e999999999,\"b\":-1E-999999999}").digits());
        assertEquals(
                1 << 16,
                Content.parse("{"
                                + collidingNames(16).map("\"%s\":0"::formatted).collect(Collectors.joining(",")) + "}")
                        .sections()
                        .size());
        assertEquals(
                MIB,
                ((JsonArray) JsonValue.parse("[" + "0,".repeat(MIB - 1) + "0]"))
                        .elements()
                        .size());
    }

    @Test
    void valuesBuiltByHandHaveTheSameFloor() {
        assertEquals("lone-surrogate", refusedRule(() -> JsonValue.of("\udfff")));
        assertEquals("lone-surrogate", refusedRule(() -> JsonObject.of("\ud800", JsonNull.NULL)));
        assertThrows(InvalidInputException.class, () -> new JsonString(null));
        assertThrows(InvalidInputException.class, () -> JsonObject.of("a", null));
        assertThrows(InvalidInputException.class, () -> JsonArray.of(JsonNull.NULL, null));
    }

    /** Names that all have the same String.hashCode. */
    private static Stream<String> collidingNames(int pairs) {
        return IntStream.range(0, 1 << pairs)
                .mapToObj(bits -> IntStream.range(0, pairs)
                        .mapToObj(bit -> ((bits >> bit) & 1) == 0 ? "Aa" : "BB")
                        .collect(Collectors.joining()));
    }

    private static InvalidContentException refused(byte[] utf8) {
        return assertThrows(InvalidContentException.class, () -> Content.parse(utf8, ContentLimits.DEFAULT));
    }

    private static String refusedRule(Executable action) {
        return assertThrows(InvalidContentException.class, action).rule();
    }
}
