package dev.stet.content;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.jspecify.annotations.Nullable;

/** What is read in one pass is what the reader that can refuse reads, and what that refuses is not read. */
@Domain(JsonDomain.class)
@Domain(DomainContext.Global.class)
class FastReaderProperties {

    private static final ContentLimits LIMITS = new ContentLimits(12, 400, 20);
    private static final String[] ODD = {
        "\\u0041",
        "\\/",
        "\\u00e9",
        "\\u001f",
        "\\u001F",
        "\\u0008",
        "\\ud834\\udd1e",
        "\\ud834",
        "\\udd1e",
        "\\u12",
        "\\x",
        "é",
        "𝄞",
        "\u007f",
        "\u0001",
        "\ufeff",
        " ",
        "\n",
        "\t",
        "\r",
        "\"",
        "\\",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "0",
        "1",
        "-",
        "+",
        ".",
        "e",
        "E9",
        "e-400",
        "00",
        "true",
        "nul",
        "\"a\":",
        "\"a\":1,",
        "[[",
        "]]",
        "12345678901234567890123"
    };

    @Property
    void readsWhatIsWritten(@ForAll JsonValue value, @ForAll Random random) {
        String json = spaced(value.toJson(), random);
        Document read = FastReader.find(json.getBytes(StandardCharsets.UTF_8), ContentLimits.DEFAULT);

        assertNotNull(read, json);
        assertSame(value, read);
    }

    @Property(tries = 5_000)
    void readsWhatIsAllowedAndNothingElse(
            @ForAll JsonValue value, @ForAll Random random, @ForAll @IntRange(min = 1, max = 4) int changes) {
        String json = value.toJson();
        for (int i = 0; i < changes; i++) {
            int from = random.nextInt(json.length() + 1);
            int to = Math.min(json.length(), from + random.nextInt(3));
            json = json.substring(0, from) + ODD[random.nextInt(ODD.length)] + json.substring(to);
        }
        assertReadsTheSame(json);
    }

    @Property(tries = 2_000)
    void bytesThatAreNoTextAreNotRead(@ForAll JsonString text, @ForAll Random random) {
        byte[] utf8 = text.toJson().getBytes(StandardCharsets.UTF_8);
        utf8[1 + random.nextInt(utf8.length - 1)] = (byte) (0x80 + random.nextInt(0x80));
        String decoded = new String(utf8, StandardCharsets.UTF_8);
        boolean whole = Arrays.equals(utf8, decoded.getBytes(StandardCharsets.UTF_8));
        Document read = FastReader.find(utf8, ContentLimits.DEFAULT);

        assertEquals(whole && careful(decoded, ContentLimits.DEFAULT) != null, read != null, decoded);
    }

    /** Half of a digit of an escape is none, as some parsers have it. */
    @Example
    void digitsOfAnEscapeAreThoseOfAscii() {
        InvalidContentException refusal =
                assertThrows(InvalidContentException.class, () -> JsonValue.parse("\"\\ud83\ud834\udd1e\""));

        assertEquals("syntax", refusal.rule());
        assertTrue(refusal.detail().contains("four hexadecimal digits"), refusal.detail());
    }

    /** White space wherever it may stand, outside of strings. */
    private static String spaced(String json, Random random) {
        StringBuilder spaced = new StringBuilder();
        boolean inside = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            boolean escaped = inside && c == '\\';
            if (c == '"') {
                inside = !inside;
            }
            boolean separator = !inside && "[]{}:,".indexOf(c) >= 0;
            spaced.append(separator && random.nextInt(3) == 0 ? " \n" : "").append(c);
            spaced.append(separator && random.nextInt(3) == 0 ? "\t\r" : "");
            if (escaped) {
                spaced.append(json.charAt(++i));
            }
        }
        return spaced.toString();
    }

    private static void assertReadsTheSame(String json) {
        JsonValue expected = careful(json, LIMITS);
        byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
        boolean whole = new String(utf8, StandardCharsets.UTF_8).equals(json);
        Document read = whole ? FastReader.find(utf8, LIMITS) : null;

        assertEquals(expected != null, read != null, json);
        if (expected != null && read != null) {
            assertSame(expected, read);
        }
    }

    private static void assertSame(JsonValue expected, Document read) {
        byte[] bytes = JsonWriter.bytes(expected, JsonWriter.Form.AS_GIVEN);
        assertArrayEquals(bytes, read.compact());
        assertArrayEquals(bytes, JsonWriter.bytes(read.value(), JsonWriter.Form.AS_GIVEN));
        assertEquals(Extent.of(expected), Extent.of(read.value()));
        assertEquals(expected, read.value());
    }

    private static @Nullable JsonValue careful(String json, ContentLimits limits) {
        try {
            JsonValue value = JsonReader.readAgain(json, limits);
            JsonString.requireScalarValues("JSON text", json);
            boolean misspelt = !Misspelling.in(json, JsonPointer.ROOT).detail().contains("found other text");
            return misspelt ? null : value;
        } catch (InvalidContentException refused) {
            return null;
        }
    }
}
