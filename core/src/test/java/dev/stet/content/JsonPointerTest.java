package dev.stet.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.error.InvalidInputException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPointerTest {

    private static final JsonValue RFC_6901_SECTION_5 = JsonValue.parse("""
            {"foo": ["bar", "baz"], "": 0, "a/b": 1, "c%d": 2, "e^f": 3, "g|h": 4, "i\\\\j": 5, "k\\"l": 6, " ": 7,
             "m~n": 8}
            """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "/foo>[\"bar\",\"baz\"]",
                "/foo/0>\"bar\"",
                "/>0",
                "/a~1b>1",
                "/c%d>2",
                "/e^f>3",
                "/g|h>4",
                "/i\\j>5",
                "/k\"l>6",
                "/ >7",
                "/m~0n>8"
            })
    void examplesOfRfc6901(String pointer, String expected) {
        assertEquals(Optional.of(JsonValue.parse(expected)), RFC_6901_SECTION_5.find(JsonPointer.parse(pointer)));
        assertEquals(pointer, JsonPointer.parse(pointer).toString());
    }

    @Test
    void theEmptyPointerIsTheWholeValue() {
        assertEquals(JsonPointer.ROOT, JsonPointer.parse(""));
        assertEquals(Optional.of(RFC_6901_SECTION_5), RFC_6901_SECTION_5.find(JsonPointer.ROOT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/foo/2",
                "/foo/-",
                "/foo/00",
                "/foo/01",
                "/foo/-1",
                "/foo/+1",
                "/foo/1e0",
                "/foo/٠",
                "/foo/",
                "/bar",
                "/foo/0/x",
                "/a/b",
                "//",
                "/foo/99999999999999999999"
            })
    void findsNothing(String pointer) {
        assertEquals(Optional.empty(), RFC_6901_SECTION_5.find(JsonPointer.parse(pointer)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo", "#/foo", "~", "/~", "/~2", "/a~", "/~/0", " /a"})
    void whatIsNoPointerIsRefused(String pointer) {
        InvalidContentException refusal = assertThrows(InvalidContentException.class, () -> JsonPointer.parse(pointer));
        assertEquals("pointer", refusal.rule());
    }

    @Test
    void escapesAreUndoneInTheRightOrder() {
        assertEquals(List.of("~1"), JsonPointer.parse("/~01").tokens());
    }

    @Test
    void growsAndShrinksByOneToken() {
        JsonPointer pointer = JsonPointer.ROOT.append("a/b").append(0);

        assertEquals("/a~1b/0", pointer.toString());
        assertEquals("/a~1b", pointer.parent().toString());
        assertTrue(pointer.parent().parent().isRoot());
        assertThrows(NoSuchElementException.class, JsonPointer.ROOT::parent);
        assertThrows(InvalidInputException.class, () -> JsonPointer.ROOT.append(-1));
    }

    @Property
    void whatIsWrittenReadsTheSame(@ForAll("tokens") List<String> tokens) {
        JsonPointer pointer = new JsonPointer(tokens);

        assertEquals(pointer, JsonPointer.parse(pointer.toString()));
    }

    @Property
    void theWayItWasMadeMakesNoDifference(@ForAll("tokens") List<String> tokens) {
        JsonPointer whole = new JsonPointer(tokens);
        JsonPointer grown = JsonPointer.ROOT;
        for (String token : tokens) {
            assertTrue(whole.isInside(grown));
            grown = grown.append(token);
            assertEquals(token, grown.last());
        }

        assertEquals(whole, grown);
        assertEquals(whole.hashCode(), grown.hashCode());
        assertEquals(tokens, grown.tokens());
        assertEquals(grown, JsonPointer.ROOT.append(whole));
        assertThrows(NoSuchElementException.class, JsonPointer.ROOT::last);
    }

    @Provide
    Arbitrary<List<String>> tokens() {
        return Arbitraries.oneOf(
                        JsonDomain.text(),
                        Arbitraries.strings().withChars("~/01").ofMaxLength(5))
                .list()
                .ofMaxSize(5);
    }
}
