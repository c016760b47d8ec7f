package dev.stet.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a refusal says of text that is not JSON: what was expected, what was found, and where. */
class MisspellingTest {
    static Stream<Arguments> texts() {
        String name = "the name of a member in quotation marks";
        String escape =
                "one of the escapes \\\", \\\\, \\/, \\b, \\f, \\n, \\r, \\t, or \\u with four hexadecimal digits";
        return Stream.of(
                arguments("", "a value", "the end of the text", 1, 1),
                arguments(" \n", "a value", "the end of the text", 2, 1),
                arguments("{\"a\": [", "a value or ']'", "the end of the text", 1, 8),
                arguments("\ufeff{}", "a value", "a byte order mark", 1, 1),
                arguments("{", name + ", or '}'", "the end of the text", 1, 2),
                arguments("}", "a value", "\"}\"", 1, 1),
                arguments("{\"a\"", "':'", "the end of the text", 1, 5),
                arguments("{\"a\" 1}", "':'", "\"1\"", 1, 6),
                arguments("{\"a\":}", "a value", "\"}\"", 1, 6),
                arguments("{\"a\":1,}", name, "\"}\"", 1, 8),
                arguments("{\"a\":[1,]}", "a value", "\"]\"", 1, 9),
                arguments("{\"a\":[1 2]}", "',' or ']'", "\"2\"", 1, 9),
                arguments("{\"a\":[1}", "',' or ']'", "\"}\"", 1, 8),
                arguments("{\"a\":1]", "',' or '}'", "\"]\"", 1, 7),
                arguments("{a:1}", name + ", or '}'", "\"a\"", 1, 2),
                arguments("{'a':1}", name + ", or '}'", "\"'\"", 1, 2),
                arguments("{\r\n\"é𝄞\": tru\n}", "a value", "\"tru\"", 2, 7),
                arguments("{\r\"a\": nulls}", "a value", "\"nulls\"", 2, 6),
                arguments("{\"a\": NaN}", "a value", "\"NaN\"", 1, 7),
                arguments("// no\n{}", "a value", "a comment", 1, 1),
                arguments("{} # no", "the end of the text", "a comment", 1, 4),
                arguments("{} {}", "the end of the text", "\"{\"", 1, 4),
                arguments("{\"a\": 01}", "a number without leading zeros", "\"01\"", 1, 7),
                arguments("{\"a\": 1.}", "a digit", "\"}\"", 1, 9),
                arguments("{\"a\": -}", "a digit", "\"}\"", 1, 8),
                arguments("{\"a\": 1e+}", "a digit", "\"}\"", 1, 10),
                arguments("{\"a\": +1}", "a value", "\"+\"", 1, 7),
                arguments("{\"a\": \"open", "the quotation mark that ends a string", "the end of the text", 1, 12),
                arguments("{\"a\": \"x\ny\"}", "\\u000a or a shorter escape", "a control character in a string", 1, 9),
                arguments("{\"a\": \"\\x\"}", escape, "\"\\\\x\"", 1, 8),
                arguments("{\"a\": \"\\u12\"}", escape, "\"\\\\u12\\\"}\"", 1, 8),
                arguments("{\"a\":\u00a01}", "a value", "\"\\u00a0\"", 1, 6),
                arguments("{\"a\": \u202e}", "a value", "\"\\u202e\"", 1, 7));
    }

    @ParameterizedTest(name = "[{index}] found {2}")
    @MethodSource("texts")
    void saysWhatWasExpectedAndFoundAndWhere(String json, String expected, String found, int line, int column) {
        InvalidContentException refusal = assertThrows(InvalidContentException.class, () -> Content.parse(json));

        assertEquals(
                "expected " + expected + ", found " + found + " at line " + line + ", column " + column
                        + "; correct the text there and send it again as JSON (RFC 8259)",
                refusal.detail());
        assertEquals("syntax", refusal.rule());
        assertNull(refusal.getCause());
    }

    @Property(tries = 2_000)
    void everyRefusalIsInWordsOfStetAndSafeToLog(
            @ForAll
                    @Chars({
                        '{', '}', '[', ']', ',', ':', '"', '\\', 'u', 'd', '8', '0', 'c', '-', '.', 'e', 't', '\n',
                        '\u202e'
                    })
                    String json) {
        try {
            JsonValue.parse(json);
        } catch (InvalidContentException refusal) {
            String message = refusal.getMessage();
            assertFalse(message.contains("found other text"), message);
            assertFalse(
                    message.contains("Source") || message.contains("Unexpected") || message.contains("Jackson"),
                    message);
            assertTrue(message.chars().noneMatch(c -> c < ' ' || c == '\u202e'), message);
        }
    }
}
